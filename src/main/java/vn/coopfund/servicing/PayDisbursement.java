package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.RowPosition;
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
    private final EarliestDay earliestDay;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Processes processes;

    PayDisbursement(LoanDesk desk, Loans loans, DisbursementDesk disbursements, MoneyAtHand money, Payout payout,
            EarliestDay earliestDay, BusinessDay businessDay, CaseEvents events, BorrowerNotices notices, Processes processes) {
        this.desk = desk;
        this.loans = loans;
        this.disbursements = disbursements;
        this.money = money;
        this.payout = payout;
        this.earliestDay = earliestDay;
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
        LocalDate paidOn = input.date("paidOn");
        refuseWrongDay(loan, paidOn);
        earliestDay.refuseBefore(loan, paidOn, "paidOn");
        Disbursement disbursement = disbursements.of(loan);
        disbursement.require(DisbursementState.APPROVED);
        money.refuseBeyond(disbursement.channel(), disbursement.amount());
        DrawdownNotes.Note note = payout.pay(loan, disbursement, paidOn, input.text("reference"));
        events.tell(loan.subject(), "servicing.event.disbursed", disbursement.amount(), paidOn,
                "#" + disbursement.channel().key(), note.number());
        notices.tell(loan, "servicing.notice.disbursed", loan.number(), disbursement.amount(), paidOn);
        if (!processes.runs("loan-repayment", loan.subject())) {
            processes.start("loan-repayment", loan.subject(), Map.of("secured", loan.secured()));
        }
        return Map.of("fullyDisbursed", loan.isWhollyDrawn());
    }

    /** The contract's due dates stay: the first money must leave before the first of them, all of it before the last. */
    private void refuseWrongDay(Loan loan, LocalDate paidOn) {
        boolean first = loan.disbursedOn() == null;
        LocalDate dueOn = first ? loan.conventions().firstDueOn() : lastDueOn(loan);
        new Refusal.Problems()
                .addIf(paidOn.isAfter(businessDay.today()), "paidOn", "servicing.refused.future", businessDay.today())
                .addIf(paidOn.isBefore(loan.signedOn()), "paidOn", "servicing.refused.before-signing", loan.signedOn())
                .addIf(!first && paidOn.isBefore(loan.disbursedOn()), "paidOn", "servicing.refused.before-disbursement",
                        loan.disbursedOn())
                .addIf(!paidOn.isBefore(dueOn), "paidOn",
                        first ? "servicing.refused.after-first-due" : "servicing.refused.after-last-due", dueOn)
                .refuseIfAny();
    }

    private LocalDate lastDueOn(Loan loan) {
        List<RowPosition> rows = loans.file(loan.id()).position().rows();
        return rows.get(rows.size() - 1).dueOn();
    }
}
