package vn.coopfund.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a loan stands on a day, in đồng.
 *
 * @param disbursed all that was paid out here, or was outstanding when the loan was taken on
 * @param principalDue principal of rows due on or before the day and unpaid
 * @param interestDue in-term interest of rows due on or before the day and unpaid
 * @param interestAccrued in-term interest through the day that is not yet due
 * @param interestEarned all in-term interest through the day, paid or not
 * @param credit the borrower's money not yet applied
 * @param rows the current schedule
 * @param payments where each payment went, by its id, in order
 * @param creditApplied what credit met, in order
 * @param settledOn when nothing was owed any more, or null
 * @param waived what was forgiven of each kind of interest by then
 * @param running the interest that runs on after the day: in-term interest earned by a later day is
 *     {@link #interestFixed} and the amount of the {@code IN_TERM} line; overdue and late interest grow by the
 *     amounts of their lines less what these had accrued
 * @param nextEventOn the first later day on which more changes than the running lines and the days past due,
 *     unless a new fact comes before: a row closes, falls due or becomes overdue, credit is applied, a date counts by
 *     its anchor. Null where nothing is owed or nothing but these lines will ever change
 */
public record LoanPosition(LocalDate day, long disbursed, long principalOutstanding, long principalDue,
        long interestDue, long interestAccrued, long interestEarned, long overdueInterest, long lateInterest,
        long credit, List<RowPosition> rows, Map<String, Allocation> payments, List<CreditApplied> creditApplied,
        LocalDate settledOn, Allocation waived, List<RunningInterest> running, LocalDate nextEventOn) {

    /** In-term interest earned but for the line that still runs; the two sum to {@link #interestEarned}. */
    public long interestFixed() {
        return interestEarned - running.stream().filter(line -> line.kind() == RunningInterest.Kind.IN_TERM)
                .mapToLong(RunningInterest::accrued).sum();
    }

    /** All that is due: principal, in-term, overdue and late interest. */
    public long due() {
        return principalDue + interestDue + overdueInterest + lateInterest;
    }

    /** The oldest row with unpaid principal or in-term interest; none when the loan is settled. */
    public Optional<RowPosition> nextDue() {
        return rows.stream().filter(RowPosition::isUnpaid).min(Comparator.comparing(RowPosition::dueOn));
    }

    /** The day less the oldest due date with unpaid principal or in-term interest; 0 on the due date itself. */
    public int daysPastDue() {
        return nextDue().map(row -> Math.max(0, (int) ChronoUnit.DAYS.between(row.dueOn(), day))).orElse(0);
    }

    public boolean isSettled() {
        return settledOn != null;
    }

    /** What settles the loan on this day. */
    public PayoffQuote payoffQuote() {
        return new PayoffQuote(day, principalOutstanding, interestDue + interestAccrued, overdueInterest,
                lateInterest, credit);
    }
}
