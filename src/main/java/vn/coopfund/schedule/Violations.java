package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, in the order in which it is looked at. */
abstract class Violations {

    /** The dates that the interface admits. */
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    /** As text: a year takes no thousands dot. */
    static final String FIRST_YEAR = Integer.toString(FIRST_DAY.getYear());
    static final String LAST_YEAR = Integer.toString(LAST_DAY.getYear());

    private final List<Violation> found = new ArrayList<>();

    List<Violation> found() {
        return List.copyOf(found);
    }

    void addAll(List<Violation> violations) {
        found.addAll(violations);
    }

    boolean require(String field, Object value) {
        return check(value != null, field, "schedule.required");
    }

    boolean checkDate(String field, LocalDate date) {
        return require(field, date)
                && check(isAdmitted(date), field, "schedule.date.range", FIRST_YEAR, LAST_YEAR);
    }

    static boolean isAdmitted(LocalDate date) {
        return date != null && !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
    }

    boolean check(boolean holds, String field, String code, Object... args) {
        if (!holds) {
            refuse(field, code, args);
        }
        return holds;
    }

    /** The same of an entry in a list; its name is only written where it is wrong. */
    boolean check(boolean holds, String list, int index, String name, String code, Object... args) {
        return holds || check(false, list + "[" + index + "]." + name, code, args);
    }

    void refuse(String field, String code, Object... args) {
        found.add(Violation.of(field, code, args));
    }

}
