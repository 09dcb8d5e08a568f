package vn.coopfund.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/** The line of units of one loan: like its day count's, but due dates on the grid count by their anchor day. */
final class DayLine {

    private final DayCount dayCount;
    private final TreeMap<LocalDate, Integer> countsAs = new TreeMap<>();

    DayLine(DayCount dayCount, List<DueDate> dueDates) {
        this.dayCount = dayCount;
        if (dayCount == DayCount.THIRTY_360) {
            dueDates.stream().filter(due -> due.countsAs() != due.accruesTo().getDayOfMonth())
                    .forEach(due -> countsAs.put(due.accruesTo(), due.countsAs()));
        }
    }

    long at(LocalDate date) {
        Integer day = countsAs.isEmpty() ? null : countsAs.get(date);
        return day == null ? dayCount.position(date) : dayCount.position(date, day);
    }

    /** What lies between two dates, as {@link DayCount#yearFraction} writes it. */
    String yearFraction(LocalDate from, LocalDate to) {
        return dayCount.yearFraction(ChronoUnit.DAYS.between(from, to), at(to) - at(from));
    }

    /** The next date that does not count by its own day, or null. */
    LocalDate nextAnchorAfter(LocalDate day) {
        return countsAs.higherKey(day);
    }
}
