package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Gives all outstanding principal new due dates; what already ran as interest or charge stays owed. */
final class Restructuring {

    private final LoanState state;
    private final LoanFact.Restructure fact;

    Restructuring(LoanState state, LoanFact.Restructure fact) {
        this.state = state;
        this.fact = fact;
    }

    void decide() {
        long sum = fact.principals().stream().mapToLong(PrincipalDue::amount).sum();
        if (sum != state.outstanding || sum == 0) {
            throw new ImpossibleFact(fact, "the new rows sum to the outstanding principal of " + state.outstanding);
        }
        List<RunningRow> newRows = newRows();
        carryInterest(newRows.get(0));
        state.closedRows().forEach(this::postponeInterest);
        state.replaceOpenRows(fact.on(), newRows);
    }

    private List<RunningRow> newRows() {
        int closed = state.rows.size() - state.openRows().size();
        List<RunningRow> rows = new ArrayList<>();
        for (PrincipalDue part : fact.principals()) {
            DueDate due = dueDate(part.dueOn());
            rows.add(state.row(closed + rows.size() + 1, rows.isEmpty() ? startOfFirst() : null, due, part.amount()));
        }
        return rows;
    }

    private DueDate dueDate(LocalDate planned) {
        DueDate due = DueDate.of(planned, planned.getDayOfMonth(), -1, state.signed.repayment(),
                state.signed.calendar());
        if (!due.dueOn().isAfter(fact.on())) {
            throw new ImpossibleFact(fact, "moved off a day without work, the first row is due after the decision");
        }
        return due;
    }

    /** The broken period's start; a loan whose rows are all closed begins anew. */
    private LocalDate startOfFirst() {
        if (state.openRows().isEmpty()) {
            return fact.on();
        }
        RunningRow broken = state.openRows().get(0);
        if (broken.from != null || broken.number == 1) {
            return broken.from;
        }
        return state.rows.get(broken.number - 2).due.accruesTo();
    }

    private void carryInterest(RunningRow first) {
        state.openRows().forEach(row -> first.interest.continueFrom(row.interest));
    }

    private void postponeInterest(RunningRow row) {
        if (fact.arrearsDueOn() != null && row.interest.unmet() > 0) {
            row.due = new DueDate(fact.arrearsDueOn(), row.due.accruesTo(), row.due.countsAs(), row.due.principal());
        }
    }
}
