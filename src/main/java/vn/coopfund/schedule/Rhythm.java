package vn.coopfund.schedule;

import java.time.LocalDate;

/** Every so many units: every 3 months. */
public record Rhythm(int count, RhythmUnit unit) {

    public static Rhythm months(int count) {
        return new Rhythm(count, RhythmUnit.MONTH);
    }

    /**
     * The date so many times later (or earlier), always counted from the anchor: a day 31 falls on a short
     * month's last day and returns after. From 31/01: 28/02, 31/03, 30/04.
     */
    public LocalDate from(LocalDate anchor, long times) {
        return anchor.plus(count * times, unit.calendarUnit);
    }

    boolean dividesInto(Rhythm slower) {
        return slower.unit == unit && slower.count % count == 0;
    }
}
