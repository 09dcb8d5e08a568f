package vn.coopfund.origination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.RepaymentSchedule;

/**
 * The cash flow of a usual year set against the schedule of the loan, quarter by quarter. What a quarter without a due
 * date leaves goes over to the next one, up to the quarter that repays; what is left after repaying does not, so that a
 * good season covers its own instalment and no later one.
 *
 * <p>Worked example: quarters leave 10, 20, 90 and 30; 60 is due in each second and fourth quarter. The second has
 * 10 + 20 = 30 against 60, a cover of 50 %; the fourth 90 + 30 = 120 against 60, 200 %. The lowest cover is 50 %.
 *
 * @param quarters from the first quarter that counts to the last that repays; empty where no cash flow is known
 */
public record DebtService(List<Quarter> quarters) {

    /**
     * @param left      what the cash flow leaves in this quarter, đồng
     * @param available the same with what quarters before brought over
     * @param principal due in it, and {@code interest}
     */
    public record Quarter(int year, int quarter, long left, long available, long principal, long interest) {

        public long due() {
            return principal + interest;
        }

        /** Available for each đồng due, in percent, rounded down; null where nothing is due. */
        public BigDecimal cover() {
            return due() == 0 ? null : BigDecimal.valueOf(available).movePointRight(2)
                    .divide(BigDecimal.valueOf(due()), 0, RoundingMode.FLOOR);
        }

        public boolean isShort() {
            return due() > 0 && available < due();
        }
    }

    /** @param flow a usual year by its quarters */
    static DebtService of(List<CashQuarter> flow, RepaymentSchedule schedule, LocalDate disbursedOn) {
        if (flow.isEmpty()) {
            return new DebtService(List.of());
        }
        Map<Integer, Long> left = flow.stream().collect(Collectors.toMap(CashQuarter::quarter, one -> Dong.longOf(one.left())));
        Map<Integer, List<RepaymentSchedule.Row>> due = schedule.rows().stream()
                .collect(Collectors.groupingBy(row -> serial(row.dueOn())));
        int first = serial(disbursedOn);
        int from = due.containsKey(first) ? first : first + 1;
        int to = due.keySet().stream().mapToInt(Integer::intValue).max().orElse(first);
        List<Quarter> quarters = new ArrayList<>();
        long carried = 0;
        for (int serial = from; serial <= to; serial++) {
            int quarter = serial % 4 + 1;
            List<RepaymentSchedule.Row> rows = due.getOrDefault(serial, List.of());
            long own = left.getOrDefault(quarter, 0L);
            quarters.add(new Quarter(serial / 4, quarter, own, carried + own,
                    rows.stream().mapToLong(RepaymentSchedule.Row::principal).sum(),
                    rows.stream().mapToLong(RepaymentSchedule.Row::interest).sum()));
            carried = rows.isEmpty() ? carried + own : 0;
        }
        return new DebtService(List.copyOf(quarters));
    }

    /** Quarters counted through. */
    private static int serial(LocalDate day) {
        return day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR) - 1;
    }

    /** In percent; null without a cash flow. */
    public BigDecimal lowestCover() {
        return quarters.stream().map(Quarter::cover).filter(Objects::nonNull).min(BigDecimal::compareTo).orElse(null);
    }

    public boolean isShort() {
        return quarters.stream().anyMatch(Quarter::isShort);
    }

    public long principal() {
        return quarters.stream().mapToLong(Quarter::principal).sum();
    }

    public long interest() {
        return quarters.stream().mapToLong(Quarter::interest).sum();
    }
}
