package vn.coopfund.servicing;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** Checks the prepared payment of a loan, or gives it back; never by who prepared it. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class CheckDisbursement implements TaskAct {

    private final Loans loans;
    private final DisbursementDesk disbursements;
    private final PayoutConditions conditions;

    CheckDisbursement(Loans loans, DisbursementDesk disbursements, PayoutConditions conditions) {
        this.loans = loans;
        this.disbursements = disbursements;
        this.conditions = conditions;
    }

    @Override
    public String taskKey() {
        return "Task_CheckDisbursement";
    }

    @Override
    public Duty duty() {
        return Duty.CHECK_DISBURSEMENT;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "APPROVED", "RETURNED").comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return loans.shownAtDisbursement(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        boolean approved = input.chose("outcome", "APPROVED");
        if (approved) {
            conditions.refuseUnmet(task.subject().id());
            disbursements.refuseStaleCheck(task.subject(), loans.disbursement(task.subject().id()).plannedOn(), "outcome");
            disbursements.sign(task.subject(), d -> d.check(Actors.current().id()), "servicing.event.disbursement-checked");
        } else {
            disbursements.giveBack(task.subject(), input.text("comment"));
        }
        return disbursements.answer(task.subject(), "disbursementChecked", approved);
    }
}
