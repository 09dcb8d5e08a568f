package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The order in which money meets what is due, oldest row first within each kind.
 *
 * <p>In term: in-term interest, principal. Overdue: principal, in-term interest. Then in both overdue interest and
 * late interest; the rest is the borrower's credit. Principal that is not yet due is never touched.
 */
final class Waterfall {

    private final LoanState state;
    private final List<RunningRow> due;
    private final boolean overdue;
    private long left;

    private Waterfall(LoanState state, LocalDate day, long amount) {
        this.state = state;
        due = state.closedRows().stream().filter(row -> row.isDueBy(day)).toList();
        overdue = state.oldestOverdueAfter(day.minusDays(1)) != null;
        left = amount;
    }

    /** Meets what is due on a day; the rest is in the allocation's credit and not yet kept anywhere. */
    static Allocation pour(LoanState state, LocalDate day, long amount) {
        return new Waterfall(state, day, amount).pour();
    }

    private Allocation pour() {
        long firstPrincipal = overdue ? principal() : 0;
        long interest = meet(state::interestUnpaid, (row, part) -> row.interestPaid += part);
        long principal = firstPrincipal + (overdue ? 0 : principal());
        long overdueInterest = meet(state::overdueInterestDue, (row, part) -> row.overduePaid += part);
        long lateInterest = meet(state::lateInterestDue, (row, part) -> row.latePaid += part);
        return new Allocation(principal, interest, overdueInterest, lateInterest, left);
    }

    private long principal() {
        return meet(RunningRow::principalUnpaid, state::payPrincipal);
    }

    private long meet(ToLongFunction<RunningRow> owed, Pay pay) {
        long met = 0;
        for (RunningRow row : due) {
            long part = Math.min(left, owed.applyAsLong(row));
            pay.pay(row, part);
            left -= part;
            met += part;
        }
        return met;
    }

    @FunctionalInterface
    private interface Pay {
        void pay(RunningRow row, long amount);
    }
}
