package vn.coopfund.schedule;

import java.util.ArrayList;
import java.util.List;
import vn.coopfund.schedule.LoanFact.Arrear;

/** Begins a replay with a loan from old books: what is already due becomes closed rows before those of its terms. */
final class TakingOn {

    private final LoanState state;

    TakingOn(LoanState state) {
        this.state = state;
    }

    void take(LoanFact.TakenOn fact) {
        if (state.hasBegun()) {
            throw new ImpossibleFact(fact, "a loan is taken on before anything else happens to it");
        }
        List<RunningRow> arrears = new ArrayList<>();
        fact.arrears().forEach(arrear -> arrears.add(closed(arrears.size() + 1, arrear)));
        state.takeOn(fact.on(), fact.principal(), arrears);
        state.openRows().get(0).interest.bring(fact.interestAccrued());
    }

    private RunningRow closed(int number, Arrear arrear) {
        DueDate due = new DueDate(arrear.dueOn(), arrear.dueOn(), arrear.dueOn().getDayOfMonth(), -1);
        RunningRow row = state.row(number, arrear.dueOn(), due, arrear.principal());
        row.interest.bring(arrear.interest());
        row.overdueInterest.bring(arrear.overdueInterest());
        row.lateInterest.bring(arrear.lateInterest());
        return row;
    }
}
