package vn.coopfund.calendar;

import java.time.LocalDate;
import java.util.OptionalInt;

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

    /**
     * Whether, when days are caught up {@code through} a later one, the step may leave this day out because its next
     * run makes up for it to the đồng.
     */
    default boolean mayWait(LocalDate day, LocalDate through) {
        return false;
    }

    /** How many records it would touch if the day were closed now; empty where that is not worth a question. */
    default OptionalInt expects(LocalDate day) {
        return OptionalInt.empty();
    }

    static boolean isMonthEnd(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
