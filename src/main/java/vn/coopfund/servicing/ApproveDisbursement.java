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

/** Approves the checked payment of a loan, and the new due dates it may propose, or gives it back. */
@Act
@Allowed(Role.DIRECTOR)
public class ApproveDisbursement implements TaskAct {

    private final LoanDesk desk;
    private final Loans loans;
    private final DisbursementDesk disbursements;
    private final NewDates newDates;
    private final PayoutConditions conditions;

    ApproveDisbursement(LoanDesk desk, Loans loans, DisbursementDesk disbursements, NewDates newDates,
            PayoutConditions conditions) {
        this.desk = desk;
        this.loans = loans;
        this.disbursements = disbursements;
        this.newDates = newDates;
        this.conditions = conditions;
    }

    @Override
    public String taskKey() {
        return "Task_ApproveDisbursement";
    }

    @Override
    public Duty duty() {
        return Duty.APPROVE_DISBURSEMENT;
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
            disbursements.sign(task.subject(), d -> d.approve(Actors.current().id()), "servicing.event.disbursement-approved");
            Loan loan = desk.lock(task.subject());
            newDates.agree(loan, disbursements.of(loan));
        } else {
            disbursements.giveBack(task.subject(), input.text("comment"));
        }
        return disbursements.answer(task.subject(), "disbursementApproved", approved);
    }
}
