package vn.coopfund.schedule;

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
        RowsAnew anew = new RowsAnew(state, fact);
        List<RunningRow> newRows = fact.principals().stream().map(anew::add).toList();
        state.closedRows().forEach(this::postponeInterest);
        state.giveDuePrincipalUp();
        state.replaceOpenRows(fact.on(), newRows);
    }

    private void postponeInterest(RunningRow row) {
        if (fact.arrearsDueOn() != null && row.interest.unmet() > 0) {
            row.move(fact.arrearsDueOn());
        }
    }
}
