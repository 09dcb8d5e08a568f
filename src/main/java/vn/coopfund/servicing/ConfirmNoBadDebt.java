package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Exposures;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * Writes down whether the borrower has bad debt at credit institutions at the time of the first disbursement
 * (Decree 45/2021/NĐ-CP art. 22), anew when a check has grown too old meanwhile; with bad debt the loan is given up and its room under the limits is free again.
 */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ConfirmNoBadDebt implements TaskAct {

    private final LoanDesk desk;
    private final Loans loans;
    private final BadDebtChecks checks;
    private final BusinessDay businessDay;
    private final DisbursementDesk disbursements;
    private final Exposures exposures;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    ConfirmNoBadDebt(LoanDesk desk, Loans loans, BadDebtChecks checks, BusinessDay businessDay,
            DisbursementDesk disbursements, Exposures exposures, CaseEvents events, BorrowerNotices notices) {
        this.desk = desk;
        this.loans = loans;
        this.checks = checks;
        this.businessDay = businessDay;
        this.disbursements = disbursements;
        this.exposures = exposures;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public String taskKey() {
        return "Task_ConfirmNoBadDebt";
    }

    @Override
    public Duty duty() {
        return Duty.CONFIRM_BAD_DEBT;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "NO_BAD_DEBT", "BAD_DEBT")
                .date("checkedOn", businessDay.today()).text("source", "CIC", true, 200).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return Map.of("loan", loans.file(task.subject().id()));
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        loan.require(LoanState.CONTRACT_SIGNED);
        LocalDate checkedOn = input.date("checkedOn");
        boolean badDebt = input.chose("outcome", "BAD_DEBT");
        checks.add(loan, checkedOn, input.text("source"), badDebt);
        if (badDebt) {
            cancel(loan);
        } else {
            events.note(loan.subject(), "servicing.event.no-bad-debt", checkedOn, input.text("source"));
        }
        return Map.of("noBadDebt", !badDebt);
    }

    private void cancel(Loan loan) {
        disbursements.onItsWay(loan).ifPresent(Disbursement::cancel);
        disbursements.flush();
        loan.cancel(businessDay.today());
        exposures.release(loan.applicationId());
        events.tell(loan.subject(), "servicing.event.cancelled", loan.number());
        notices.tell(loan, "servicing.notice.cancelled", loan.number());
    }
}
