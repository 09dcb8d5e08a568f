package vn.coopfund.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Shows a replayed state as a position; rows that still run are projected to their end. */
final class PositionView {

    private final LoanState state;
    private final LocalDate day;
    private final List<RunningRow> due;
    private final List<RunningRow> notDue;

    PositionView(LoanState state, LocalDate day) {
        this.state = state;
        this.day = day;
        due = state.closedRows().stream().filter(row -> row.isDueBy(day)).toList();
        notDue = state.rows.stream().filter(row -> !row.isDueBy(day)).toList();
    }

    LoanPosition position(Map<String, Allocation> payments, List<CreditApplied> applied, LocalDate settledOn) {
        return new LoanPosition(day, state.disbursed, state.outstanding,
                sum(due, RunningRow::principalUnpaid), sum(due, state::interestUnpaid),
                sum(notDue, state::interestUnpaid), sum(state.rows, state::interestOf),
                sum(due, state::overdueInterestDue), sum(due, state::lateInterestDue), state.credit, rows(),
                Collections.unmodifiableMap(new LinkedHashMap<>(payments)), List.copyOf(applied), settledOn);
    }

    private static long sum(List<RunningRow> rows, ToLongFunction<RunningRow> part) {
        return rows.stream().mapToLong(part).sum();
    }

    private List<RowPosition> rows() {
        List<RowPosition> shown = new ArrayList<>(state.rows.size());
        int open = state.rows.size() - state.openRows().size();
        long balance = state.openBalance();
        long from = state.inTermFrom();
        long principals = 0;
        for (RunningRow row : state.rows) {
            boolean closed = row.number <= open;
            long principal = closed ? row.principal : row.principalPaid + state.asked(row, balance);
            long interest = closed ? state.interestOf(row) : state.inTerm.round(
                    state.interestWhenClosed(row, balance, from), state.terms.repayment().interestRounding());
            principals += principal;
            shown.add(row(row, closed, principal, interest, movedBy(row, closed) - principals));
            if (!closed) {
                balance -= principal - row.principalPaid;
                from = Math.max(from, state.line.at(row.due.accruesTo()));
            }
        }
        return List.copyOf(shown);
    }

    /** What the balance would be without the rows: up to a closed row's date, or up to now. */
    private long movedBy(RunningRow row, boolean closed) {
        return state.movements.stream().filter(m -> !closed || !m.on().isAfter(row.due.accruesTo()))
                .mapToLong(Tranche::amount).sum();
    }

    private RowPosition row(RunningRow row, boolean closed, long principal, long interest, long balance) {
        LocalDate from = startOf(row);
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(from, row.due.accruesTo()));
        long principalUnpaid = principal - row.principalPaid;
        long interestUnpaid = interest - row.interestPaid;
        return new RowPosition(row.number, from, row.due.dueOn(), days, principal, interest, principalUnpaid,
                interestUnpaid, state.overdueInterestDue(row), state.lateInterestDue(row), balance,
                stateOf(row, closed, principalUnpaid + interestUnpaid));
    }

    private LocalDate startOf(RunningRow row) {
        LocalDate first = state.firstDisbursedOn == null
                ? state.terms.repayment().disbursedOn() : state.firstDisbursedOn;
        LocalDate before = row.number == 1 ? first : state.rows.get(row.number - 2).due.accruesTo();
        return before.isBefore(first) ? first : before;
    }

    private InstalmentState stateOf(RunningRow row, boolean closed, long unpaid) {
        if (unpaid == 0) {
            return closed || state.owesNothing() ? InstalmentState.PAID : InstalmentState.SCHEDULED;
        }
        if (row.due.dueOn().isBefore(day)) {
            return InstalmentState.OVERDUE;
        }
        if (row.principalPaid + row.interestPaid > 0) {
            return InstalmentState.PARTIAL;
        }
        return row.due.dueOn().equals(day) ? InstalmentState.DUE : InstalmentState.SCHEDULED;
    }
}
