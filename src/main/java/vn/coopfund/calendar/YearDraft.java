package vn.coopfund.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.coopfund.web.Refusal;

/**
 * A year's calendar as somebody types it: a day and its name a line, {@code 30/04/2027 Ngày Chiến thắng}.
 *
 * @param paper  the notice or decision that fixes the days
 * @param off    days without work
 * @param worked weekend days worked in exchange
 */
public record YearDraft(int year, String paper, String off, String worked) {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** @throws Refusal naming every line that cannot be read or does not belong */
    List<CalendarDay> read() {
        Refusal.Problems problems = new Refusal.Problems()
                .addIf(year < 1900 || year > 2199, "year", "calendar.holidays.year-range")
                .addIf(paper == null || paper.isBlank(), "paper", "calendar.holidays.paper-needed");
        Set<LocalDate> seen = new HashSet<>();
        List<CalendarDay> days = new ArrayList<>();
        read("off", off, false, seen, days, problems);
        read("worked", worked, true, seen, days, problems);
        problems.refuseIfAny();
        days.sort(Comparator.comparing(CalendarDay::day));
        return days;
    }

    private void read(String field, String text, boolean working, Set<LocalDate> seen, List<CalendarDay> days,
            Refusal.Problems problems) {
        String[] lines = text == null ? new String[0] : text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].strip().split("[\\s:;]+", 2);
            if (lines[i].isBlank()) {
                continue;
            }
            LocalDate day = day(parts[0]);
            problems.addIf(day == null || parts.length < 2, field, "calendar.holidays.unreadable", i + 1);
            if (day != null && parts.length == 2) {
                problems.addIf(day.getYear() != year, field, "calendar.holidays.other-year", i + 1, String.valueOf(year))
                        .addIf(!seen.add(day), field, "calendar.holidays.twice", day)
                        .addIf(working && !isWeekend(day), field, "calendar.holidays.weekday", day);
                days.add(new CalendarDay(day, parts[1].strip(), working));
            }
        }
    }

    private static LocalDate day(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, TYPED) : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
