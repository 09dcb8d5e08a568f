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
}
