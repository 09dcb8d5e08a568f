package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The head of lending says how a file goes on that some rule does not pass: to appraisal where only a limit stands
 * against it (limits are asked again with the decision), back to the borrower, or refused.
 */
@Act
@Allowed(Role.HEAD_OF_LENDING)
public class HandleIneligible implements TaskAct {

    private static final String PROCEED = "PROCEED";
    private static final String HAND_BACK = "HAND_BACK";
    private static final String REJECT = "REJECT";

    private final Applications applications;
    private final Eligibility eligibility;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final CaseFile file;
    private final RefusalNotices refusalNotices;
    private final OfferedSecurity security;
    private final PapersDue papersDue;

    HandleIneligible(Applications applications, Eligibility eligibility, CaseEvents events,
            BorrowerNotices notices, CaseFile file, RefusalNotices refusalNotices, OfferedSecurity security, PapersDue papersDue) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.events = events;
        this.notices = notices;
        this.file = file;
        this.refusalNotices = refusalNotices;
        this.security = security;
        this.papersDue = papersDue;
    }

    @Override
    public String taskKey() {
        return "Task_HandleIneligible";
    }

    @Override
    public TaskForm form(OpenTask task) {
        boolean onlyLimits = failed(task).stream().allMatch(Eligibility.Check::limit);
        TaskForm form = TaskForm.of(taskKey());
        return (onlyLimits ? form.choice("outcome", null, PROCEED, HAND_BACK, REJECT)
                : form.choice("outcome", null, HAND_BACK, REJECT)).text("reason", null, false, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(task.subject().id());
    }

    private List<Eligibility.Check> failed(OpenTask task) {
        return eligibility.latest(task.subject().id()).stream().filter(check -> !check.passed()).toList();
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        String reason = input.text("reason");
        if (!input.chose("outcome", PROCEED) && reason == null) {
            throw Refusal.invalid("reason", "origination.reason.needed");
        }
        if (input.chose("outcome", REJECT)) {
            application.reject(reason);
            security.giveBack(application);
            refusalNotices.add(application.id(), false, reason);
            events.tell(task.subject(), "origination.event.rejected", reason);
            notices.tell(application.view(), "origination.notice.rejected", application.view().number(), reason);
        } else if (input.chose("outcome", HAND_BACK)) {
            LocalDate dueOn = papersDue.askedToday();
            application.handBack(reason, dueOn);
            events.tell(task.subject(), "origination.event.papers-asked-until", reason, dueOn);
            notices.tell(application.view(), "origination.notice.papers-asked-until", application.view().number(), reason, dueOn);
        } else {
            events.note(task.subject(), "origination.event.proceeds");
        }
        return Map.of("rejected", input.chose("outcome", REJECT), "handedBack", input.chose("outcome", HAND_BACK));
    }
}
