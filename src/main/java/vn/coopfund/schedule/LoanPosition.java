package vn.coopfund.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a loan stands on a day, in đồng.
 *
 * @param disbursed all that was paid out
 * @param principalDue principal of rows due on or before the day and unpaid
 * @param interestDue in-term interest of rows due on or before the day and unpaid
 * @param interestAccrued in-term interest through the day that is not yet due
 * @param interestEarned all in-term interest through the day, paid or not
 * @param credit the borrower's money not yet applied
 * @param rows the current schedule
 * @param payments where each payment went, by its id, in order
 * @param creditApplied what credit met, in order
 * @param settledOn when nothing was owed any more, or null
 */
public record LoanPosition(LocalDate day, long disbursed, long principalOutstanding, long principalDue,
        long interestDue, long interestAccrued, long interestEarned, long overdueInterest, long lateInterest,
        long credit, List<RowPosition> rows, Map<String, Allocation> payments, List<CreditApplied> creditApplied,
        LocalDate settledOn) {

    /** All that is due: principal, in-term, overdue and late interest. */
    public long due() {
        return principalDue + interestDue + overdueInterest + lateInterest;
    }

    /** The oldest row with unpaid principal or in-term interest; none when the loan is settled. */
    public Optional<RowPosition> nextDue() {
        return rows.stream().filter(RowPosition::isUnpaid).findFirst();
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
