package vn.coopfund.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** Working days by the holiday table; a year without rows knows weekends only (Civil Code 2015 art. 148). */
@Component
public class WorkingDays {

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True on days without work, as one snapshot of the table: hand it to pure code. */
    public Predicate<LocalDate> holidays() {
        Map<LocalDate, Boolean> working = jdbc.sql("select day, working from calendar.holiday where fund_id = ?")
                .param(Actors.current().fundId())
                .query((row, number) -> Map.entry(row.getObject(1, LocalDate.class), row.getBoolean(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return day -> !working.getOrDefault(day, !isWeekend(day));
    }

    /** The day that many working days after {@code from}: 0 is {@code from} itself. */
    public LocalDate after(LocalDate from, int workingDays) {
        Predicate<LocalDate> closed = holidays();
        LocalDate day = from;
        for (int left = workingDays; left > 0;) {
            day = day.plusDays(1);
            if (!closed.test(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
