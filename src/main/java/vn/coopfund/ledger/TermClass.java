package vn.coopfund.ledger;

import java.time.LocalDate;

/** How long a loan runs by its contract: the class of bank law, one of the dimensions of its lines. */
public enum TermClass {
    /** Up to 12 months. */
    SHORT(12),
    /** Up to 60 months. */
    MEDIUM(60),
    LONG(Integer.MAX_VALUE);

    /** A day without work may move the last due date by so much, at Tết. */
    private static final int DAYS_MOVED = 10;

    private final int months;

    TermClass(int months) {
        this.months = months;
    }

    public static TermClass of(LocalDate from, LocalDate lastDue) {
        for (TermClass each : values()) {
            if (each == LONG || !lastDue.isAfter(from.plusMonths(each.months).plusDays(DAYS_MOVED))) {
                return each;
            }
        }
        throw new IllegalStateException();
    }
}
