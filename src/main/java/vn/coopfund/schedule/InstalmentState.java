package vn.coopfund.schedule;

/** How a row stands on a day. */
public enum InstalmentState {
    SCHEDULED, DUE, PARTIAL, PAID, OVERDUE
}
