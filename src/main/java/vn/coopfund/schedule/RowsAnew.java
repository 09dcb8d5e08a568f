package vn.coopfund.schedule;

import java.time.LocalDate;

/** Rows that take the place of those still running: the first goes on with the interest of the broken period. */
final class RowsAnew {

    private final LoanState state;
    private final LoanFact fact;
    private int number;

    RowsAnew(LoanState state, LoanFact fact) {
        this.state = state;
        this.fact = fact;
        number = state.rows.size() - state.openRows().size();
    }

    RunningRow add(PrincipalDue part) {
        boolean first = number == state.rows.size() - state.openRows().size();
        RunningRow row = state.row(++number, first ? startOfFirst() : null, dueDate(part.dueOn()), part.amount());
        if (first) {
            state.openRows().forEach(running -> row.interest.continueFrom(running.interest));
        }
        return row;
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
}
