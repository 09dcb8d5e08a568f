package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * Prepares the payment of a loan: by which way, when, from which account of the fund and where to; not beyond the money at hand. A day that is over may
 * be named for money that left already, and where no money left before the first due date a new one is agreed: who checks
 * and who approves see both.
 */
@Act
@Allowed(Role.ACCOUNTANT)
public class PrepareDisbursement implements TaskAct {

    private final LoanDesk desk;
    private final Loans loans;
    private final DisbursementRepository disbursements;
    private final DisbursementDesk disbursementDesk;
    private final MoneyAtHand money;
    private final PayoutDays days;
    private final NewDates newDates;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final PayoutConditions conditions;
    private final BankAccounts banks;

    PrepareDisbursement(LoanDesk desk, Loans loans, DisbursementRepository disbursements,
            DisbursementDesk disbursementDesk, MoneyAtHand money, PayoutDays days, NewDates newDates,
            BusinessDay businessDay, CaseEvents events,
            PayoutConditions conditions, BankAccounts banks) {
        this.desk = desk;
        this.loans = loans;
        this.disbursements = disbursements;
        this.disbursementDesk = disbursementDesk;
        this.money = money;
        this.days = days;
        this.newDates = newDates;
        this.businessDay = businessDay;
        this.events = events;
        this.conditions = conditions;
        this.banks = banks;
    }

    @Override
    public String taskKey() {
        return "Task_PrepareDisbursement";
    }

    @Override
    public Duty duty() {
        return Duty.PREPARE_DISBURSEMENT;
    }

    @Override
    public TaskForm form(OpenTask task) {
        Loan loan = desk.look(task.subject().id());
        TaskForm form = TaskForm.of(taskKey()).amount("amount", loan.nextTranche(), true)
                .choice("channel", Channel.BANK.name(), Channel.BANK.name(), Channel.CASH.name())
                .date("plannedOn", businessDay.today());
        if (NewDates.areNear(loan, businessDay.today())) {
            form.date("firstDueOn", newDates.suggested(loan, businessDay.today()), false);
        }
        List<TaskForm.Option> from = banks.choices().stream()
                .map(one -> new TaskForm.Option(Long.toString(one.id()), one.label(), true)).toList();
        if (!from.isEmpty()) {
            form.pick("bankAccount", from.get(0).value(), from);
        }
        return form.text("account", loans.borrowersAccount(task.subject().id()), false, 200).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return loans.shownAtDisbursement(task.subject().id());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Loan loan = desk.lock(task.subject());
        conditions.refuseUnmet(loan.id());
        MonetaryAmount amount = input.amount("amount");
        Channel channel = Channel.valueOf(input.text("channel"));
        LocalDate plannedOn = input.date("plannedOn");
        String account = channel == Channel.BANK ? input.text("account") : null;
        Long from = channel == Channel.BANK && !banks.choices().isEmpty() ? banks.named(input.text("bankAccount")) : null;
        LocalDate firstDueOn = firstDueOn(loan, plannedOn, input);
        Refusal.Problems problems = new Refusal.Problems()
                .addIf(!amount.isPositive(), "amount", "servicing.refused.amount-positive")
                .addIf(amount.isGreaterThan(loan.undrawn()), "amount", "servicing.refused.beyond-undrawn", loan.undrawn())
                .addIf(channel == Channel.BANK && account == null, "account", "servicing.refused.account-needed");
        newDates.refuseWrong(loan, plannedOn, firstDueOn,
                NewDates.areNear(loan, businessDay.today()) ? "firstDueOn" : "plannedOn", problems);
        problems.refuseIfAny();
        days.refuseWrong(loan, plannedOn, firstDueOn == null ? loan.conventions().firstDueOn() : firstDueOn, "plannedOn");
        money.refuseBeyond(channel, from, amount);
        Disbursement disbursement = disbursementDesk.toPrepare(loan);
        disbursement.prepare(amount, channel, account, from, plannedOn, firstDueOn, Actors.current().id());
        disbursements.saveAndFlush(disbursement);
        events.note(loan.subject(), "servicing.event.disbursement-prepared", amount, "#" + channel.key(),
                plannedOn);
        if (firstDueOn != null) {
            events.note(loan.subject(), "servicing.event.new-dates-proposed", firstDueOn);
        }
        return Map.of();
    }

    /** What the form suggested of itself counts for the day that needs it only. */
    private LocalDate firstDueOn(Loan loan, LocalDate plannedOn, TaskInput input) {
        LocalDate given = input.date("firstDueOn");
        boolean suggested = given != null && given.equals(newDates.suggested(loan, businessDay.today()));
        return suggested && !NewDates.areNeeded(loan, plannedOn) ? null : given;
    }
}
