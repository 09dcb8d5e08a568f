package vn.coopfund.origination;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The borrower hands in what was asked for, and the file goes on. It is the borrower's alone; the officer may do it only for a
 * file that the fund itself entered.
 */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class SupplementApplication implements TaskAct {

    private final Applications applications;
    private final Readiness readiness;
    private final CaseEvents events;
    private final CaseFile file;

    SupplementApplication(Applications applications, Readiness readiness, CaseEvents events,
            CaseFile file) {
        this.applications = applications;
        this.readiness = readiness;
        this.events = events;
        this.file = file;
    }

    @Override
    public String taskKey() {
        return Applications.SUPPLEMENT;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Application application = applications.visible(task.subject().id());
        readiness.refuseUnready(application);
        application.supplement();
        events.tell(task.subject(), "origination.event.supplemented", input.text("comment", "–"));
        return Map.of();
    }
}
