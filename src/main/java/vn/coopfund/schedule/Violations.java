package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, in the order in which it is looked at. */
abstract class Violations {

    /** The dates that the interface admits. */
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

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
                && check(!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY), field, "schedule.date.range",
                        year(FIRST_DAY), year(LAST_DAY));
    }

    boolean check(boolean holds, String field, String code, Object... args) {
        if (!holds) {
            refuse(field, code, args);
        }
        return holds;
    }

    void refuse(String field, String code, Object... args) {
        found.add(Violation.of(field, code, args));
    }

    /** As text: a year takes no thousands dot. */
    static String year(LocalDate date) {
        return Integer.toString(date.getYear());
    }
}
