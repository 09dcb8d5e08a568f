package vn.coopfund.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its place in the week says.
 *
 * @param working false for a day without work (a public holiday, Tết), true for a weekend day worked in exchange
 */
public record CalendarDay(LocalDate day, String name, boolean working) {
}
