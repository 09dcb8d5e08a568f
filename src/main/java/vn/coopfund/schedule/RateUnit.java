package vn.coopfund.schedule;

/** What time a quoted rate is for. */
public enum RateUnit {
    YEAR, MONTH
}
