package vn.coopfund.schedule;

/** How a rate a month becomes a rate a year; the contract must say which (0.4 is 4.8 or 4.8667). */
public enum RateConversion {

    /** Twelve months a year. */
    TIMES_12(12, 1),

    /** A month of 30 days in a year of 365 (Circular 14/2017/TT-NHNN): exact, never rounded on the way. */
    DAYS_365_OVER_30(365, 30);

    final long times;
    final long over;

    RateConversion(long times, long over) {
        this.times = times;
        this.over = over;
    }
}
