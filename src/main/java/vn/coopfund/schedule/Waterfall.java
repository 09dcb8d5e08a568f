package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Meets what is due part by part in the agreed order, the oldest row first within each. Charges are due as they run;
 * principal that is not yet due is never touched.
 */
final class Waterfall {

    private final LoanState state;
    private final List<RunningRow> closed;
    private final List<RunningRow> due;
    private final boolean overdue;

    private Waterfall(LoanState state, LocalDate day) {
        this.state = state;
        closed = state.closedRows().stream().sorted(Comparator.comparing(row -> row.due.dueOn())).toList();
        due = closed.stream().filter(row -> row.isDueBy(day)).toList();
        overdue = state.isOverdueAfter(day.minusDays(1));
    }

    /** Money meets what is due on a day; the rest is in the allocation's credit and not yet kept anywhere. */
    static Allocation pour(LoanState state, LocalDate day, long amount) {
        return new Waterfall(state, day).pour(amount);
    }

    /** Forgives of each part what is due, up to the amounts decided. */
    static Allocation waive(LoanState state, LoanFact.Waiver waiver) {
        Waterfall waterfall = new Waterfall(state, waiver.on());
        return new Allocation(0, waterfall.meet(Part.INTEREST, waiver.interest()),
                waterfall.meet(Part.OVERDUE_INTEREST, waiver.overdueInterest()),
                waterfall.meet(Part.LATE_INTEREST, waiver.lateInterest()), 0);
    }

    private Allocation pour(long amount) {
        Map<Part, Long> met = new EnumMap<>(Part.class);
        long left = amount;
        for (Part part : overdue ? state.signed.terms().overdueOrder() : state.signed.terms().inTermOrder()) {
            met.put(part, meet(part, left));
            left -= met.get(part);
        }
        return new Allocation(met.get(Part.PRINCIPAL), met.get(Part.INTEREST), met.get(Part.OVERDUE_INTEREST),
                met.get(Part.LATE_INTEREST), left);
    }

    private long meet(Part part, long limit) {
        long left = limit;
        for (RunningRow row : part == Part.PRINCIPAL || part == Part.INTEREST ? due : closed) {
            left -= meet(part, row, left);
        }
        return limit - left;
    }

    private long meet(Part part, RunningRow row, long limit) {
        return switch (part) {
            case PRINCIPAL -> {
                long paid = Math.min(limit, row.principalUnpaid());
                state.payPrincipal(row, paid);
                yield paid;
            }
            case INTEREST -> row.interest.meet(limit);
            case OVERDUE_INTEREST -> row.overdueInterest.meet(limit);
            case LATE_INTEREST -> row.lateInterest.meet(limit);
        };
    }
}
