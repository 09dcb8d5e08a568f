package vn.coopfund.calendar;

import java.time.LocalDate;

/**
 * One step of closing a day; rooms above register theirs, and {@link CloseDay} runs them by {@link #order()} in the
 * transaction of that day. A step must be safe to run again for the same day.
 */
public interface DayCloseStep {

    /** The name under which the count is reported, e.g. {@code dueNotices}. */
    String name();

    /** Lower first; the order of domain rules, see the callers of this room. */
    int order();

    /** Does the step for the fund's business date {@code day}; returns how many records it touched. */
    int run(LocalDate day);
}
