package vn.coopfund.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A day that a proposed calendar adds or takes away; a day renamed or turned is both. */
public record YearChange(CalendarDay day, boolean added) {

    /** What changes from one list of days to another, by date. */
    public static List<YearChange> between(List<CalendarDay> before, List<CalendarDay> after) {
        return Stream.concat(
                        before.stream().filter(day -> !after.contains(day)).map(day -> new YearChange(day, false)),
                        after.stream().filter(day -> !before.contains(day)).map(day -> new YearChange(day, true)))
                .sorted(Comparator.comparing((YearChange change) -> change.day().day()).thenComparing(YearChange::added))
                .toList();
    }
}
