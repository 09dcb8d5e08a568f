package vn.coopfund.schedule;

import java.time.LocalDate;
import java.time.YearMonth;

/** Where a due date goes that falls on a day off (Civil Code 2015, article 148.5: the next working day). */
public enum WorkingDayRule {

    /** It stays. */
    NONE,

    /** To the next working day. */
    NEXT,

    /** To the next working day of the same month, else back to the one before. */
    NEXT_SAME_MONTH,

    /** Back to the working day before. */
    PREVIOUS;

    /** No calendar closes for longer; a set of days without work must not hang anybody. */
    private static final int LONGEST_CLOSURE = 60;

    LocalDate move(LocalDate date, WorkingDays days) {
        return switch (this) {
            case NONE -> date;
            case NEXT -> search(date, 1, days);
            case PREVIOUS -> search(date, -1, days);
            case NEXT_SAME_MONTH -> {
                LocalDate next = search(date, 1, days);
                yield YearMonth.from(next).equals(YearMonth.from(date)) ? next : search(date, -1, days);
            }
        };
    }

    private static LocalDate search(LocalDate date, int step, WorkingDays days) {
        for (int away = 0; away <= LONGEST_CLOSURE; away++) {
            LocalDate candidate = date.plusDays((long) step * away);
            if (days.isWorkingDay(candidate)) {
                return candidate;
            }
        }
        return date;
    }
}
