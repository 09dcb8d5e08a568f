package vn.coopfund.origination;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The head of lending reviews the appraisal: submits the file for the decision, or returns it to the appraiser. */
@Act
@Allowed(Role.HEAD_OF_LENDING)
public class ReviewAppraisal implements TaskAct {

    private static final String SUBMIT = "SUBMIT";

    private final Applications applications;
    private final CaseEvents events;
    private final CaseFile file;
    private final Appraisals appraisals;
    private final Submissions submissions;

    ReviewAppraisal(Applications applications, CaseEvents events, CaseFile file, Appraisals appraisals,
            Submissions submissions) {
        this.applications = applications;
        this.events = events;
        this.file = file;
        this.appraisals = appraisals;
        this.submissions = submissions;
    }

    @Override
    public String taskKey() {
        return "Task_ReviewAppraisal";
    }

    @Override
    public Duty duty() {
        return Duty.REVIEW;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, SUBMIT, "RETURN").comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        boolean submitted = input.chose("outcome", SUBMIT);
        if (submitted) {
            application.submitForApproval();
            submissions.add(appraisals.latest(application.id()).orElseThrow(), input.text("comment"));
            events.tell(task.subject(), "origination.event.submitted-for-approval");
        } else {
            if (input.text("comment") == null) {
                throw Refusal.invalid("comment", "origination.reason.needed");
            }
            application.returnToAppraisal();
            events.note(task.subject(), "origination.event.returned", input.text("comment"));
        }
        return Map.of("reviewAccepted", submitted);
    }
}
