package vn.coopfund.servicing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.products.TermsReasons;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Due dates agreed anew, for a loan of which no money left before the first due date of its contract: proposed with the
 * payment, checked and approved with it, kept as a version of the schedule with its annex (phụ lục).
 */
@Component
class NewDates {

    private static final int DAYS_AHEAD = 30;

    private final WorkingDays workingDays;
    private final Positions positions;
    private final ScheduleVersions versions;
    private final Annexes annexes;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    NewDates(WorkingDays workingDays, Positions positions, ScheduleVersions versions, Annexes annexes,
            CaseEvents events, BorrowerNotices notices) {
        this.workingDays = workingDays;
        this.positions = positions;
        this.versions = versions;
        this.annexes = annexes;
        this.events = events;
        this.notices = notices;
    }

    /** Whether money that leaves first on this day finds the first due date past. */
    static boolean areNeeded(Loan loan, LocalDate on) {
        return loan.disbursedOn() == null && !on.isBefore(loan.conventions().firstDueOn());
    }

    /** Whether a form asks for them: the first due date is past, or so near that a payment may be planned after it. */
    static boolean areNear(Loan loan, LocalDate today) {
        return areNeeded(loan, today.plusDays(DAYS_AHEAD));
    }

    /** A first due date for money that leaves on this day, moved by whole months; null where the contract's holds. */
    LocalDate suggested(Loan loan, LocalDate on) {
        if (!areNeeded(loan, on)) {
            return null;
        }
        Conventions agreed = loan.conventions();
        long months = ChronoUnit.MONTHS.between(agreed.plannedOn(), on);
        while (!agreed.firstDueOn().plusMonths(months).isAfter(on)) {
            months++;
        }
        return agreed.firstDueOn().plusMonths(months);
    }

    /** Names at {@code field} what is wrong with a first due date for money that leaves on this day. */
    void refuseWrong(Loan loan, LocalDate on, LocalDate firstDueOn, String field, Refusal.Problems problems) {
        if (firstDueOn == null) {
            problems.addIf(areNeeded(loan, on), field, "servicing.refused.new-dates-needed", loan.conventions().firstDueOn());
        } else if (!areNeeded(loan, on)) {
            problems.add(field, "servicing.refused.dates-stay", loan.conventions().firstDueOn());
        } else if (!firstDueOn.isAfter(on) || firstDueOn.isAfter(latest(loan, on))) {
            problems.add(field, "servicing.refused.new-first-due", on, latest(loan, on));
        } else {
            TermsReasons.of(terms(loan, on, firstDueOn).repayment(), workingDays.holidays().negate()::test, Map.of())
                    .forEach(reason -> problems.add(field, reason.code(), reason.args()));
        }
    }

    private LocalDate latest(Loan loan, LocalDate on) {
        LocalDate year = on.plusYears(1);
        LocalDate usual = suggested(loan, on);
        return usual.isAfter(year) ? usual : year;
    }

    private static LoanTerms terms(Loan loan, LocalDate on, LocalDate firstDueOn) {
        return loan.terms(new DatesAnew(on, firstDueOn));
    }

    /** The schedule that a payment proposes; null where the contract's dates stay. */
    RepaymentSchedule proposed(Loan loan, Disbursement payment) {
        return payment.firstDueOn() == null ? null : RepaymentSchedule.of(
                terms(loan, payment.plannedOn(), payment.firstDueOn()).repayment(), workingDays.holidays().negate()::test);
    }

    /** The payment is approved, and with it the dates that it proposes. */
    @Transactional(propagation = Propagation.MANDATORY)
    void agree(Loan loan, Disbursement payment) {
        if (payment.firstDueOn() == null) {
            return;
        }
        LocalDate was = loan.conventions().firstDueOn();
        RepaymentSchedule before = positions.of(loan).contract();
        loan.agreeAnew(new DatesAnew(payment.plannedOn(), payment.firstDueOn()));
        RepaymentSchedule after = positions.of(loan).contract();
        versions.keepNewDates(loan, after);
        String annex = annexes.issue(loan, was, before, after);
        LocalDate last = after.rows().get(after.rows().size() - 1).dueOn();
        events.tell(loan.subject(), "servicing.event.new-dates", annex, payment.firstDueOn(), last);
        notices.tell(loan, "servicing.notice.new-dates", loan.number(), annex, payment.firstDueOn());
    }
}
