package vn.coopfund.schedule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.coopfund.money.Rounding;

/**
 * What a replay knows between two facts: the rows, the balance, and how far interest has run. A row is closed
 * once its interest has stopped running in term; the open rows share the balance that is not yet due.
 */
final class LoanState {

    final LoanTerms terms;
    final InterestBasis inTerm;
    final DayLine line;
    final List<RunningRow> rows = new ArrayList<>();

    /** What moved the balance outside the rows: paid out, or back ahead of them (negative). */
    final List<Tranche> movements = new ArrayList<>();

    long disbursed;
    long outstanding;
    long credit;
    LocalDate firstDisbursedOn;

    private final InterestBasis overdue;
    private final InterestBasis late;
    private int open;
    private int oldestOwing;
    private long closedUnpaid;
    private LocalDate ranThrough;
    private long inTermFrom = Long.MIN_VALUE;

    LoanState(LoanTerms terms, List<DueDate> dates, RepaymentSchedule contract) {
        this.terms = terms;
        inTerm = terms.inTerm();
        overdue = terms.overdue();
        late = terms.late();
        line = new DayLine(terms.repayment().dayCount(), dates);
        for (int i = 0; i < dates.size(); i++) {
            rows.add(new RunningRow(i + 1, dates.get(i), contract.rows().get(i).principal()));
        }
    }

    /** Rows that still run in term, in order. */
    List<RunningRow> openRows() {
        return rows.subList(open, rows.size());
    }

    /** Closed rows from the first that still owes anything. */
    List<RunningRow> closedRows() {
        return rows.subList(oldestOwing, open);
    }

    /** The principal that is in no closed row: what bears interest in term. */
    long openBalance() {
        return outstanding - closedUnpaid;
    }

    boolean isLast(RunningRow row) {
        return row.number == rows.size();
    }

    /** Money that leaves after the last row has closed is due with that row. */
    void disburse(LocalDate on, long amount) {
        if (firstDisbursedOn == null) {
            firstDisbursedOn = on;
        }
        disbursed += amount;
        outstanding += amount;
        movements.add(new Tranche(on, amount));
        if (open == rows.size()) {
            rows.get(open - 1).principal += amount;
            closedUnpaid += amount;
            oldestOwing = Math.min(oldestOwing, open - 1);
        }
    }

    /** Principal that comes back outside the rows, which then ask for less. */
    void repayOutsideRows(LocalDate on, long amount) {
        outstanding -= amount;
        movements.add(new Tranche(on, -amount));
    }

    /** Lets all interest run through a day, on the balances at its start. */
    void runThrough(LocalDate day) {
        if (ranThrough != null && ranThrough.isBefore(day)) {
            long units = line.units(ranThrough, day);
            RunningRow bearer = bearerOfWholeBalance(ranThrough);
            runOnClosedRows(units);
            if (bearer == null) {
                runInTerm(line.at(day));
            } else {
                bearer.overdueInterest = bearer.overdueInterest.add(overdue.exact(outstanding, units));
            }
        }
        inTermFrom = Math.max(inTermFrom, line.at(day));
        ranThrough = day;
    }

    private void runOnClosedRows(long units) {
        for (RunningRow row : closedRows()) {
            if (row.isDueBy(ranThrough)) {
                long overduePrincipal = overdueByRow() ? row.principalUnpaid() : 0;
                row.overdueInterest = row.overdueInterest.add(overdue.exact(overduePrincipal, units));
                row.lateInterest = row.lateInterest.add(late.exact(interestUnpaid(row), units));
            }
        }
    }

    private boolean overdueByRow() {
        return terms.overdueScope() == OverdueScope.INSTALMENT;
    }

    /** The row on whose account the whole principal bears the overdue rate after a day: the oldest unpaid one. */
    private RunningRow bearerOfWholeBalance(LocalDate day) {
        return overdueByRow() ? null : oldestOverdueAfter(day);
    }

    private void runInTerm(long position) {
        if (open < rows.size() && position > inTermFrom) {
            RunningRow row = rows.get(open);
            row.interest = row.interest.add(inTerm.exact(openBalance(), position - inTermFrom));
        }
    }

    /** Closes the rows whose interest stops by a day: each takes its principal, the last takes the rest. */
    void closeRows(LocalDate day) {
        while (open < rows.size() && !rows.get(open).closesOn().isAfter(day)) {
            RunningRow row = rows.get(open);
            if (bearerOfWholeBalance(day.minusDays(1)) == null) {
                runInTerm(line.at(row.due.accruesTo()));
            }
            inTermFrom = Math.max(inTermFrom, line.at(row.due.accruesTo()));
            boolean lent = firstDisbursedOn != null && row.closesOn().isAfter(firstDisbursedOn);
            row.principal = row.principalPaid + (lent || isLast(row) ? asked(row, openBalance()) : 0);
            closedUnpaid += row.principalUnpaid();
            open++;
        }
    }

    /** What an open row asks for of a balance. */
    long asked(RunningRow row, long balance) {
        return isLast(row) ? balance : Math.min(row.principalUnpaid(), balance);
    }

    /** The oldest row unpaid after its due date once this day is over. */
    RunningRow oldestOverdueAfter(LocalDate day) {
        for (RunningRow row : closedRows()) {
            if (row.isOverdueAfter(day, this)) {
                return row;
            }
        }
        return null;
    }

    long interestOf(RunningRow row) {
        return inTerm.round(row.interest, terms.repayment().interestRounding());
    }

    long interestUnpaid(RunningRow row) {
        return interestOf(row) - row.interestPaid;
    }

    /** Per row the exact total is kept; what is due is that, half-up, less what was charged. */
    long overdueInterestDue(RunningRow row) {
        return overdue.round(row.overdueInterest, Rounding.HALF_UP) - row.overduePaid;
    }

    long lateInterestDue(RunningRow row) {
        return late.round(row.lateInterest, Rounding.HALF_UP) - row.latePaid;
    }

    void payPrincipal(RunningRow row, long amount) {
        row.principalPaid += amount;
        outstanding -= amount;
        if (row.number <= open) {
            closedUnpaid -= amount;
        }
    }

    /** Moves past closed rows that owe nothing, so that a long healthy life costs nothing. */
    void passPaidRows(LocalDate day) {
        while (oldestOwing < open && rows.get(oldestOwing).isDueBy(day)
                && rows.get(oldestOwing).principalUnpaid() == 0 && bearsNothing(rows.get(oldestOwing))) {
            oldestOwing++;
        }
    }

    boolean owesNothing() {
        int running = Math.min(open + 1, rows.size());
        return disbursed > 0 && outstanding == 0
                && rows.subList(oldestOwing, running).stream().allMatch(this::bearsNothing);
    }

    private boolean bearsNothing(RunningRow row) {
        return interestUnpaid(row) == 0 && overdueInterestDue(row) == 0 && lateInterestDue(row) == 0;
    }

    /** The exact interest of an open row if this balance runs on from where interest stands to the row's end. */
    BigInteger interestWhenClosed(RunningRow row, long balance, long from) {
        return row.interest.add(inTerm.exact(balance, Math.max(0, line.at(row.due.accruesTo()) - from)));
    }

    long inTermFrom() {
        return inTermFrom;
    }
}
