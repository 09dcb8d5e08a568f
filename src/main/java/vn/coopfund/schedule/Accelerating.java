package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.List;

/** Makes all principal that is not yet due fall due on one day. */
final class Accelerating {

    private final LoanState state;
    private final LoanFact.Acceleration fact;

    Accelerating(LoanState state, LoanFact.Acceleration fact) {
        this.state = state;
        this.fact = fact;
    }

    void decide() {
        if (state.openBalance() == 0) {
            throw new ImpossibleFact(fact, "there is principal that is not yet due");
        }
        RunningRow row = new RowsAnew(state, fact).add(new PrincipalDue(fact.payBy(), state.openBalance()));
        state.closedRows().forEach(due -> bringForward(due, row.due.dueOn()));
        state.replaceOpenRows(fact.on(), List.of(row));
    }

    private static void bringForward(RunningRow row, LocalDate payBy) {
        if (row.due.dueOn().isAfter(payBy)) {
            row.move(payBy);
        }
    }
}
