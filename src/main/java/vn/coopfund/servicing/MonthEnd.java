package vn.coopfund.servicing;

import java.time.LocalDate;

/** The last day of a month, as at which debts are classified. */
public final class MonthEnd {

    private MonthEnd() {
    }

    /** The last one before the day. */
    public static LocalDate before(LocalDate day) {
        return day.withDayOfMonth(1).minusDays(1);
    }

    /** By when its groups are approved: the seventh day of the month after (rule for microfinance institutions). */
    public static LocalDate approveBy(LocalDate monthEnd) {
        return monthEnd.plusDays(7);
    }

    public static boolean isLate(LocalDate monthEnd, LocalDate today) {
        return today.isAfter(approveBy(monthEnd));
    }
}
