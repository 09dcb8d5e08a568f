package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.Processes;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * Disburses a loan: the money leaves the fund, and the loan runs from the day after. Whole or not at all, by somebody
 * who neither prepared nor checked nor approved it, and never beyond the money at hand.
 */
@Act
@Allowed(Role.CASHIER)
public class PayDisbursement implements TaskAct {

    private final LoanDesk desk;
    private final Loans loans;
    private final DisbursementDesk disbursements;
    private final MoneyAtHand money;
    private final Payout payout;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Processes processes;

    PayDisbursement(LoanDesk desk, Loans loans, DisbursementDesk disbursements, MoneyAtHand money, Payout payout,
            BusinessDay businessDay, CaseEvents events, BorrowerNotices notices, Processes processes) {
        this.desk = desk;
        this.loans = loans;
        this.disbursements = disbursements;
        this.money = money;
        this.payout = payout;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.processes = processes;
    }

    @Override
    public String taskKey() {
        return "Task_PayDisbursement";
    }

    @Override
    public Duty duty() {
        return Duty.PAY_DISBURSEMENT;
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).date("paidOn", businessDay.today()).text("reference", null, false, 100).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return loans.shownAtDisbursement(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        loan.require(LoanState.CONTRACT_SIGNED);
        LocalDate paidOn = input.date("paidOn");
        refuseWrongDay(loan, paidOn);
        Disbursement disbursement = disbursements.of(loan);
        disbursement.require(DisbursementState.APPROVED);
        money.refuseBeyond(disbursement.channel(), loan.principal());
        DrawdownNotes.Note note = payout.pay(loan, disbursement, paidOn, input.text("reference"));
        events.tell(loan.subject(), "servicing.event.disbursed", loan.principal(), paidOn,
                "#" + disbursement.channel().key(), note.number());
        notices.tell(loan, "servicing.notice.disbursed", loan.number(), loan.principal(), paidOn);
        processes.start("loan-repayment", loan.subject(), Map.of("secured", loan.secured()));
        return Map.of();
    }

    /** The contract's due dates stay, so that the money must leave before the first of them. */
    private void refuseWrongDay(Loan loan, LocalDate paidOn) {
        LocalDate firstDueOn = loan.conventions().firstDueOn();
        new Refusal.Problems()
                .addIf(paidOn.isAfter(businessDay.today()), "paidOn", "servicing.refused.future", businessDay.today())
                .addIf(paidOn.isBefore(loan.signedOn()), "paidOn", "servicing.refused.before-signing", loan.signedOn())
                .addIf(!paidOn.isBefore(firstDueOn), "paidOn", "servicing.refused.after-first-due", firstDueOn)
                .refuseIfAny();
    }
}
