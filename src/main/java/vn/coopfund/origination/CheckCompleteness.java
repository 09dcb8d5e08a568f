package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The loan officer checks that the file is complete, or sends it back with the list of what is missing. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class CheckCompleteness implements TaskAct {

    private static final String COMPLETE = "COMPLETE";

    private final Applications applications;
    private final Checklist checklist;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Texts texts;
    private final CaseFile file;
    private final AskedPapers askedPapers;
    private final PapersDue papersDue;

    CheckCompleteness(Applications applications, Checklist checklist, CaseEvents events, BorrowerNotices notices,
            Texts texts, CaseFile file, AskedPapers askedPapers, PapersDue papersDue) {
        this.applications = applications;
        this.checklist = checklist;
        this.events = events;
        this.notices = notices;
        this.texts = texts;
        this.file = file;
        this.askedPapers = askedPapers;
        this.papersDue = papersDue;
    }

    @Override
    public String taskKey() {
        return "Task_CheckCompleteness";
    }

    @Override
    public Duty duty() {
        return Duty.CHECK_COMPLETENESS;
    }

    @Override
    public TaskForm form(OpenTask task) {
        List<Checklist.Item> missing = checklist.missing(applications.byId(task.subject().id()));
        String names = missing.stream().map(item -> texts.of(item.label())).collect(Collectors.joining("; "));
        return TaskForm.of(taskKey()).choice("outcome", null, COMPLETE, "INCOMPLETE")
                .list("missing", names.isEmpty() ? null : names, false, 2000, papers(task)).comment();
    }

    private List<TaskForm.Option> papers(OpenTask task) {
        return checklist.of(applications.byId(task.subject().id())).stream().filter(Checklist.Item::isBorrowers)
                .map(item -> new TaskForm.Option(item.kind(), item.label(), false)).toList();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        boolean complete = input.chose("outcome", COMPLETE);
        if (complete) {
            refuseWhileMissing(application.view());
            application.accept();
            events.tell(task.subject(), "origination.event.complete");
        } else {
            if (input.text("missing") == null) {
                throw Refusal.invalid("missing", "origination.missing.needed");
            }
            String missing = askedPapers.inWords(input.text("missing"), checklist.of(application.view()));
            LocalDate dueOn = papersDue.askedToday();
            application.askForPapers(missing, dueOn);
            events.tell(task.subject(), "origination.event.papers-asked-until", missing, dueOn);
            notices.tell(application.view(), "origination.notice.papers-asked-until", application.view().number(), missing, dueOn);
        }
        return Map.of("fileComplete", complete);
    }

    private void refuseWhileMissing(ApplicationView application) {
        Refusal.Problems problems = new Refusal.Problems();
        checklist.missing(application)
                .forEach(item -> problems.add("outcome", "origination.paper.missing", "#" + item.label()));
        problems.refuseIfAny();
    }
}
