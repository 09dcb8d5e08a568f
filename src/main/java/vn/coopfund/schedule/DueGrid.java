package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates of a schedule: principal dates on the grid, interest dates stepped back from them, one row a date.
 *
 * <p>Worked example: disbursed 31/01/2026, monthly: 28/02, 31/03, 30/04 (the disbursement's day is the anchor).
 * With a first due date 15/05, quarterly principal and monthly interest: interest 15/02, 15/03, 15/04, both 15/05.
 */
final class DueGrid {

    private final RepaymentTerms terms;
    private final WorkingDays calendar;

    private DueGrid(RepaymentTerms terms, WorkingDays calendar) {
        this.terms = terms;
        this.calendar = calendar;
    }

    /** All dates in order, but never more than one over the limit of rows. */
    static List<DueDate> of(RepaymentTerms terms, WorkingDays calendar) {
        DueGrid grid = new DueGrid(terms, calendar);
        return terms.method() == RepaymentMethod.CUSTOM ? grid.agreed() : grid.regular();
    }

    private List<DueDate> agreed() {
        List<DueDate> dates = new ArrayList<>(terms.principals().size());
        for (PrincipalDue due : terms.principals()) {
            dates.add(DueDate.of(due.dueOn(), due.dueOn().getDayOfMonth(), dates.size(), terms, calendar));
        }
        return dates;
    }

    private List<DueDate> regular() {
        Rhythm step = terms.interestRhythm();
        int stepsAPrincipal = terms.every().count() / step.count();
        boolean fromDisbursement = terms.firstDueOn() == null
                || terms.firstDueOn().equals(terms.every().from(terms.disbursedOn(), 1));
        LocalDate anchor = fromDisbursement ? terms.disbursedOn() : terms.firstDueOn();
        long first = fromDisbursement ? stepsAPrincipal : 0;
        long last = first + (terms.instalments() - 1L) * stepsAPrincipal;
        List<DueDate> dates = new ArrayList<>(terms.instalments());
        long nextPrincipal = first;
        int principals = 0;
        for (long at = earliest(step, anchor, first); at <= last && dates.size() <= RepaymentTerms.MOST_ROWS; at++) {
            LocalDate planned = step.from(anchor, at);
            boolean paysPrincipal = at == nextPrincipal;
            dates.add(DueDate.of(planned, anchorDay(step, anchor, planned), paysPrincipal ? principals++ : -1, terms,
                    calendar));
            nextPrincipal += paysPrincipal ? stepsAPrincipal : 0;
        }
        return dates;
    }

    /** The first step after the disbursement; without an own rhythm of interest that is the first due date. */
    private long earliest(Rhythm step, LocalDate anchor, long first) {
        if (terms.interestEvery() == null) {
            return first;
        }
        long at = first;
        while (step.from(anchor, at - 1).isAfter(terms.disbursedOn()) && first - at <= RepaymentTerms.MOST_ROWS) {
            at--;
        }
        return at;
    }

    private static int anchorDay(Rhythm step, LocalDate anchor, LocalDate planned) {
        return step.unit().keepsDayOfMonth() ? anchor.getDayOfMonth() : planned.getDayOfMonth();
    }
}
