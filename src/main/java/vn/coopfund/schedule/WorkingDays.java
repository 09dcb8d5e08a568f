package vn.coopfund.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** The days on which the fund works, passed in as data: weekends, public holidays, Tết, swapped days. */
@FunctionalInterface
public interface WorkingDays {

    /** What a year without a calendar knows: Saturdays and Sundays are off. */
    WorkingDays WEEKENDS_OFF = date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;

    boolean isWorkingDay(LocalDate date);

    /** Weekends off but for the days swapped into work, and holidays off. */
    static WorkingDays of(Set<LocalDate> holidays, Set<LocalDate> workedWeekendDays) {
        return date -> workedWeekendDays.contains(date)
                || WEEKENDS_OFF.isWorkingDay(date) && !holidays.contains(date);
    }
}
