package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
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
 * who neither prepared nor checked nor approved it, and never beyond the money at hand. What cannot be paid as it was
 * approved goes back to be prepared anew.
 */
@Act
@Allowed(Role.CASHIER)
public class PayDisbursement implements TaskAct {

    private final LoanDesk desk;
    private final Loans loans;
    private final DisbursementDesk disbursements;
    private final MoneyAtHand money;
    private final Payout payout;
    private final PayoutDays days;
    private final BackDating backDating;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Processes processes;
    private final ApplicationEventPublisher publisher;
    private final PayoutConditions conditions;

    PayDisbursement(LoanDesk desk, Loans loans, DisbursementDesk disbursements, MoneyAtHand money, Payout payout,
            PayoutDays days, BackDating backDating, BusinessDay businessDay, CaseEvents events,
            BorrowerNotices notices, Processes processes, ApplicationEventPublisher publisher,
            PayoutConditions conditions) {
        this.desk = desk;
        this.loans = loans;
        this.disbursements = disbursements;
        this.money = money;
        this.payout = payout;
        this.days = days;
        this.backDating = backDating;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.processes = processes;
        this.publisher = publisher;
        this.conditions = conditions;
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
        return TaskForm.of(taskKey()).choice("outcome", "PAID", "PAID", "RETURNED").date("paidOn", businessDay.today())
                .text("reference", null, false, 100).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return loans.shownAtDisbursement(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        if (input.chose("outcome", "RETURNED")) {
            disbursements.giveBack(task.subject(), input.text("comment"));
            return disbursements.answer(task.subject(), "fullyDisbursed", false);
        }
        return disbursements.answer(task.subject(), "fullyDisbursed", pay(desk.lock(task.subject()), input));
    }

    /** Answers whether nothing is left to be drawn. */
    private boolean pay(Loan loan, TaskInput input) {
        conditions.refuseUnmet(loan.id());
        LocalDate paidOn = input.date("paidOn");
        new Refusal.Problems()
                .addIf(paidOn.isAfter(businessDay.today()), "paidOn", "servicing.refused.future", businessDay.today())
                .refuseIfAny();
        days.refuseWrong(loan, paidOn, loan.conventions().firstDueOn(), "paidOn");
        Disbursement disbursement = disbursements.of(loan);
        disbursement.require(DisbursementState.APPROVED);
        refuseBackDatedAlone(disbursement, paidOn);
        disbursements.refuseStaleCheck(loan.subject(), paidOn, "paidOn");
        money.refuseBeyond(disbursement.channel(), disbursement.bankAccount(), disbursement.amount());
        DrawdownNotes.Note note = payout.pay(loan, disbursement, paidOn, input.text("reference"));
        events.tell(loan.subject(), "servicing.event.disbursed", disbursement.amount(), paidOn,
                "#" + disbursement.channel().key(), note.number());
        notices.tell(loan, "servicing.notice.disbursed", loan.number(), disbursement.amount(), paidOn);
        if (!processes.runs("loan-repayment", loan.subject())) {
            processes.start("loan-repayment", loan.subject(), Map.of("secured", loan.secured()));
            publisher.publishEvent(new LoanBegan(loan.id(), paidOn));
        }
        return loan.isWhollyDrawn();
    }

    /** A day that one person alone may not date back to has to be the very day that was checked and approved. */
    private void refuseBackDatedAlone(Disbursement disbursement, LocalDate paidOn) {
        if (backDating.needsSecondPerson(paidOn) && !paidOn.equals(disbursement.plannedOn())) {
            throw Refusal.invalid("paidOn", "servicing.refused.paid-late", backDating.daysAlone(), disbursement.plannedOn());
        }
    }
}
