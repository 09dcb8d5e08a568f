package vn.coopfund.schedule;

import static vn.coopfund.schedule.RepaymentTerms.MOST_ROWS;

import java.time.LocalDate;
import java.util.List;

/** What can be wrong with the dates that sound terms lead to. */
final class GridCheck extends Violations {

    private final RepaymentTerms terms;
    private final List<DueDate> dates;

    GridCheck(RepaymentTerms terms, List<DueDate> dates) {
        this.terms = terms;
        this.dates = dates;
    }

    List<Violation> violations() {
        DueDate last = dates.get(dates.size() - 1);
        if (check(dates.size() <= MOST_ROWS, "instalments", "schedule.rows.tooMany", MOST_ROWS)
                && check(!last.dueOn().isAfter(LAST_DAY), "instalments", "schedule.ends.tooLate", LAST_YEAR)) {
            check(dates.get(0).dueOn().isAfter(terms.disbursedOn()), "workingDays", "schedule.workingDays.first");
            checkPayouts(last);
        }
        return found();
    }

    private void checkPayouts(DueDate last) {
        int number = terms.payouts().size() - 1;
        boolean sound = check(terms.payouts().get(number).on().isBefore(last.accruesTo()),
                "tranches[" + number + "].on", "schedule.tranches.last");
        if (sound && terms.method() == RepaymentMethod.CUSTOM) {
            checkAgreedRowsAreDrawn();
        }
    }

    /** An agreed amount is never cut silently: it must be owed by then. */
    private void checkAgreedRowsAreDrawn() {
        List<Tranche> payouts = terms.payouts();
        int next = 0;
        long balance = 0;
        for (int i = 0; i < dates.size(); i++) {
            while (next < payouts.size() && !payouts.get(next).on().isAfter(dates.get(i).accruesTo())) {
                balance += payouts.get(next++).amount();
            }
            balance -= terms.principals().get(i).amount();
            check(balance >= 0, "principals", i, "amount", "schedule.principals.drawn");
        }
    }
}
