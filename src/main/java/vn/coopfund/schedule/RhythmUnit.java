package vn.coopfund.schedule;

import java.time.temporal.ChronoUnit;

/** The unit of a {@link Rhythm}. */
public enum RhythmUnit {
    DAY(ChronoUnit.DAYS), WEEK(ChronoUnit.WEEKS), MONTH(ChronoUnit.MONTHS), YEAR(ChronoUnit.YEARS);

    final ChronoUnit calendarUnit;

    RhythmUnit(ChronoUnit calendarUnit) {
        this.calendarUnit = calendarUnit;
    }

    /** Whether dates keep a day of the month, so that a day beyond a short month's end has to return. */
    boolean keepsDayOfMonth() {
        return this == MONTH || this == YEAR;
    }
}
