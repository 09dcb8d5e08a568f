package vn.coopfund.reporting;

/** What a report asks for; each stands in the address. */
public enum Parameter {
    /** {@code from} and {@code to}. */
    PERIOD,
    /** {@code on}: the end of a day. */
    DAY,
    ACCOUNT, LOAN, BORROWER,
    /** {@code by}: what the rows stand for. */
    BY
}
