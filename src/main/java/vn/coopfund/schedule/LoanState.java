package vn.coopfund.schedule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.coopfund.schedule.RunningInterest.Kind;

/**
 * What a replay knows between two facts: the rows, the balance, and how far interest has run. A row is closed
 * once its interest has stopped running in term; the open rows share the balance that is not yet due.
 */
final class LoanState {

    final Signed signed;
    final List<RunningRow> rows = new ArrayList<>();

    /** What moved the balance outside the rows: paid out, or back ahead of them (negative). */
    final List<Tranche> movements = new ArrayList<>();

    DayLine line;
    RepaymentMethod method;
    long disbursed;
    long outstanding;
    long credit;
    Allocation waived = Allocation.NONE;
    LocalDate firstDisbursedOn;

    private int open;
    private int oldestOwing;
    private long closedUnpaid;
    private LocalDate ranThrough;
    private long inTermFrom = Long.MIN_VALUE;

    LoanState(Signed signed) {
        this.signed = signed;
        method = signed.repayment().method();
        for (int i = 0; i < signed.dates().size(); i++) {
            rows.add(row(i + 1, null, signed.dates().get(i), signed.contract().rows().get(i).principal()));
        }
        drawLine();
    }

    RunningRow row(int number, LocalDate from, DueDate due, long principal) {
        return new RunningRow(number, from, due, principal, signed.rates());
    }

    private void drawLine() {
        line = new DayLine(signed.repayment().dayCount(), rows.stream().map(row -> row.due).toList());
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
        boolean allClosed = open == rows.size();
        lend(on, allClosed ? rows.get(open - 1).due.accruesTo() : on, amount);
        if (allClosed) {
            rows.get(open - 1).principal += amount;
            closedUnpaid += amount;
            oldestOwing = Math.min(oldestOwing, open - 1);
        }
    }

    /** A loan that begins with closed rows; the rows of its terms follow them. */
    void takeOn(LocalDate on, long principal, List<RunningRow> arrears) {
        lend(on, arrears.isEmpty() ? on : arrears.get(0).due.dueOn(), principal);
        List<RunningRow> coming = List.copyOf(rows);
        rows.clear();
        rows.addAll(arrears);
        coming.forEach(row -> rows.add(row(rows.size() + 1, row.number == 1 ? on : null, row.due, row.principal)));
        open = arrears.size();
        closedUnpaid = arrears.stream().mapToLong(RunningRow::principalUnpaid).sum();
    }

    private void lend(LocalDate on, LocalDate shownFrom, long amount) {
        if (firstDisbursedOn == null) {
            firstDisbursedOn = on;
        }
        disbursed += amount;
        outstanding += amount;
        movements.add(new Tranche(shownFrom, amount));
    }

    boolean hasBegun() {
        return disbursed > 0 || open > 0;
    }

    /** Principal that comes back outside the rows, which then ask for less. */
    void repayOutsideRows(LocalDate on, long amount) {
        outstanding -= amount;
        movements.add(new Tranche(on, -amount));
    }

    /** Rows that are due ask for no principal any more: new rows will. */
    void giveDuePrincipalUp() {
        closedRows().forEach(RunningRow::givePrincipalUp);
        closedUnpaid = 0;
    }

    /** Puts new rows in the place of the open ones. */
    void replaceOpenRows(LocalDate on, List<RunningRow> newRows) {
        long paidAhead = openRows().stream().mapToLong(row -> row.principalPaid).sum();
        if (paidAhead > 0) {
            movements.add(new Tranche(on, -paidAhead));
        }
        openRows().clear();
        rows.addAll(newRows);
        method = RepaymentMethod.CUSTOM;
        drawLine();
    }

    /** Lets all interest run through a day, on the balances at its start. */
    void runThrough(LocalDate day) {
        long to = line.at(day);
        if (ranThrough != null && ranThrough.isBefore(day)) {
            long units = to - line.at(ranThrough);
            long unitsInTerm = Math.max(0, to - inTermFrom);
            eachBearer((kind, row, balance) ->
                    row.of(kind).run(balance, kind == Kind.IN_TERM ? unitsInTerm : units));
        }
        inTermFrom = Math.max(inTermFrom, to);
        ranThrough = day;
    }

    /** The balances that bear interest after the day through which it ran; null before any money left. */
    LoanMoment.Ran bearing() {
        if (!hasBegun()) {
            return null;
        }
        long[] balances = new long[Kind.values().length];
        eachBearer((kind, row, balance) -> balances[kind.ordinal()] += balance);
        return new LoanMoment.Ran(ranThrough, balances[Kind.IN_TERM.ordinal()], balances[Kind.OVERDUE.ordinal()],
                balances[Kind.LATE.ordinal()]);
    }

    /** What bears interest after the day through which it ran. */
    void eachBearer(Bearer bearer) {
        RunningRow ofWhole = bearerOfWholeBalance(ranThrough);
        if (ofWhole != null) {
            bearer.bears(Kind.OVERDUE, ofWhole, outstanding);
        } else if (open < rows.size()) {
            bearer.bears(Kind.IN_TERM, rows.get(open), openBalance());
        }
        for (RunningRow row : closedRows()) {
            if (row.isDueBy(ranThrough)) {
                if (overdueByRow() && row.principalUnpaid() > 0) {
                    bearer.bears(Kind.OVERDUE, row, row.principalUnpaid());
                }
                if (row.interest.unmet() > 0) {
                    bearer.bears(Kind.LATE, row, row.interest.unmet());
                }
            }
        }
    }

    private boolean overdueByRow() {
        return signed.terms().overdueScope() == OverdueScope.INSTALMENT;
    }

    /** The row on whose account the whole principal bears the overdue rate after a day: the oldest unpaid one. */
    private RunningRow bearerOfWholeBalance(LocalDate day) {
        if (!overdueByRow()) {
            for (RunningRow row : closedRows()) {
                if (row.isOverdueAfter(day) && !row.restructured) {
                    return row;
                }
            }
        }
        return null;
    }

    /** Closes the rows whose interest stops by a day: each takes its principal, the last takes the rest. */
    void closeRows(LocalDate day) {
        while (open < rows.size() && !rows.get(open).closesOn().isAfter(day)) {
            RunningRow row = rows.get(open);
            long end = line.at(row.due.accruesTo());
            if (bearerOfWholeBalance(day.minusDays(1)) == null && end > inTermFrom) {
                row.interest.run(openBalance(), end - inTermFrom);
            }
            inTermFrom = Math.max(inTermFrom, end);
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

    /** Whether a row is unpaid after its due date once this day is over. */
    boolean isOverdueAfter(LocalDate day) {
        return closedRows().stream().anyMatch(row -> row.isOverdueAfter(day));
    }

    boolean isDueDate(LocalDate day) {
        return closedRows().stream().anyMatch(row -> row.due.dueOn().equals(day));
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
                && rows.get(oldestOwing).principalUnpaid() == 0 && rows.get(oldestOwing).bearsNothing()) {
            oldestOwing++;
        }
    }

    boolean owesNothing() {
        int running = Math.min(open + 1, rows.size());
        return disbursed > 0 && outstanding == 0
                && rows.subList(oldestOwing, running).stream().allMatch(RunningRow::bearsNothing);
    }

    /** The exact interest of an open row if this balance runs on from where interest stands to the row's end. */
    BigInteger interestWhenClosed(RunningRow row, long balance, long from) {
        return row.interest.exactAfter(balance, Math.max(0, line.at(row.due.accruesTo()) - from));
    }

    long inTermFrom() {
        return inTermFrom;
    }

    /** Takes what bears interest: the row that it is owed on and the balance. */
    @FunctionalInterface
    interface Bearer {
        void bears(Kind kind, RunningRow row, long balance);
    }
}
