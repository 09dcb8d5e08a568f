package vn.coopfund.calendar;

import java.time.LocalDate;

/**
 * The background stopped closing days.
 *
 * @param askedBy the person who asked for it
 * @param day     the last day closed; when it failed, the day that could not be
 */
public record CatchUpEnded(long askedBy, LocalDate day, boolean failed) {
}
