package vn.coopfund.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
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
        LinesAhead ahead = new LinesAhead(state, day);
        PayoffQuote quote = quote();
        long interestDue = interestDue();
        return new LoanPosition(day, state.disbursed, state.outstanding, sum(due, RunningRow::principalUnpaid),
                interestDue, quote.interest() - interestDue, sum(state.rows, row -> row.interest.total()),
                quote.overdueInterest(), quote.lateInterest(), state.credit, rows(),
                Collections.unmodifiableMap(new LinkedHashMap<>(payments)), List.copyOf(applied), settledOn,
                state.waived, ahead.running(), ahead.nextEventOn());
    }

    PayoffQuote quote() {
        return new PayoffQuote(day, state.outstanding, interestDue() + sum(notDue, row -> row.interest.unmet()),
                sum(state.closedRows(), row -> row.overdueInterest.unmet()),
                sum(state.closedRows(), row -> row.lateInterest.unmet()), state.credit);
    }

    long interestDue() {
        return sum(due, row -> row.interest.unmet());
    }

    LoanMoment.Owed owed() {
        PayoffQuote quote = quote();
        long interestDue = interestDue();
        return new LoanMoment.Owed(quote.principal(), interestDue, quote.interest() - interestDue,
                quote.overdueInterest(), quote.lateInterest(), quote.credit());
    }

    private static long sum(List<RunningRow> rows, ToLongFunction<RunningRow> part) {
        return rows.stream().mapToLong(part).sum();
    }

    private List<RowPosition> rows() {
        List<RowPosition> shown = new ArrayList<>(state.rows.size());
        int closed = state.rows.size() - state.openRows().size();
        Iterator<Tranche> movements = state.movements.iterator();
        Tranche next = movements.hasNext() ? movements.next() : null;
        long balance = 0;
        for (RunningRow row : state.rows.subList(0, closed)) {
            while (next != null && !next.on().isAfter(row.due.accruesTo())) {
                balance += next.amount();
                next = movements.hasNext() ? movements.next() : null;
            }
            balance -= row.principal;
            shown.add(row(row, true, row.principal, row.interest.total(), balance));
        }
        showOpen(shown);
        return List.copyOf(shown);
    }

    /** Rows to come, as if everything falls due and is paid as planned; their balance begins with what is not due. */
    private void showOpen(List<RowPosition> shown) {
        Accrual inTerm = state.signed.rates().accrual(RunningInterest.Kind.IN_TERM);
        long balance = state.openBalance();
        long from = state.inTermFrom();
        for (RunningRow row : state.openRows()) {
            long asked = state.asked(row, balance);
            long interest = inTerm.basis.round(state.interestWhenClosed(row, balance, from), inTerm.rounding);
            balance -= asked;
            from = Math.max(from, state.line.at(row.due.accruesTo()));
            shown.add(row(row, false, row.principalPaid + asked, interest, balance));
        }
    }

    private RowPosition row(RunningRow row, boolean closed, long principal, long interest, long balance) {
        LocalDate from = startOf(row);
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(from, row.due.accruesTo()));
        long principalUnpaid = principal - row.principalPaid;
        long interestUnpaid = interest - row.interest.met();
        return new RowPosition(row.number, from, row.due.dueOn(), days, principal, interest, principalUnpaid,
                interestUnpaid, row.overdueInterest.unmet(), row.lateInterest.unmet(), balance,
                stateOf(row, closed, principalUnpaid + interestUnpaid));
    }

    private LocalDate startOf(RunningRow row) {
        if (row.from != null) {
            return row.from;
        }
        LocalDate first = state.firstDisbursedOn == null
                ? state.signed.repayment().disbursedOn() : state.firstDisbursedOn;
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
        if (row.principalPaid + row.interest.met() > 0) {
            return InstalmentState.PARTIAL;
        }
        return row.due.dueOn().equals(day) ? InstalmentState.DUE : InstalmentState.SCHEDULED;
    }
}
