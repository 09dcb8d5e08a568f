package vn.coopfund.servicing;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** The director decides within the own authority: approves, refuses with a reason, or returns the plan. */
@Act
@Allowed(Role.DIRECTOR)
public class DecideRestructure implements TaskAct {

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final RestructureSteps steps;
    private final RestructureFile file;

    DecideRestructure(LoanDesk desk, RestructureRequests requests, RestructureSteps steps, RestructureFile file) {
        this.desk = desk;
        this.requests = requests;
        this.steps = steps;
        this.file = file;
    }

    @Override
    public String taskKey() {
        return "Task_DecideRestructure";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "APPROVED", "REJECTED", "RETURNED").comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.ofOpen(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        RestructureRequest request = requests.at(loan, RestructureRequest.State.DECISION);
        String comment = input.text("comment");
        boolean approved = input.chose("outcome", "APPROVED");
        boolean returned = input.chose("outcome", "RETURNED") || approved && steps.sentBackUnfit(loan, request);
        if (approved && !returned) {
            steps.approve(loan, request, null);
        } else if (!approved) {
            RestructureSteps.refuseSilent(comment);
            if (returned) {
                steps.sendBack(loan, request, comment);
            } else {
                steps.reject(loan, request, null, comment);
            }
        }
        return Map.of("approved", approved, "returned", returned);
    }
}
