package vn.coopfund.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days being closed in the background, or how the last such wish ended.
 *
 * @param from    the day open when it was asked for
 * @param through the last day to close
 * @param open    the business date now: the day that is being closed, or the one after the last
 */
public record CatchUp(long id, LocalDate from, LocalDate through, LocalDate open, long askedBy, State state) {

    /** How far it is. */
    public enum State { RUNNING, DONE, FAILED }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean hasFailed() {
        return state == State.FAILED;
    }

    /** Whether it still says something: it runs, or nobody closed a day since it ended. */
    public boolean isNews() {
        return isRunning() || !open.isAfter(through.plusDays(1));
    }

    /** Days to close in all. */
    public long days() {
        return ChronoUnit.DAYS.between(from, through) + 1;
    }

    /** Days closed so far. */
    public long closed() {
        return Math.max(0, Math.min(days(), ChronoUnit.DAYS.between(from, open)));
    }

    public long percent() {
        return 100 * closed() / days();
    }
}
