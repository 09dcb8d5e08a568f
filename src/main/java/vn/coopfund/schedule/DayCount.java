package vn.coopfund.schedule;

import java.time.LocalDate;

/**
 * How days become interest. Each convention places a date on a line of whole units; the units between two dates,
 * divided by the units of a year, are the fraction of a year. So a split period always adds up, and bulk SQL can
 * use the same two numbers.
 *
 * <p>Worked example: 15/01/2026 to 15/04/2026 is 90/365, 90/360, 90·366/(365·366) and 90/360.
 */
public enum DayCount {

    /** Actual days over 365, in leap years too. */
    ACT_365(365) {
        @Override
        public long position(LocalDate date, int day) {
            return date.toEpochDay();
        }
    },

    /** Actual days over 360. */
    ACT_360(360) {
        @Override
        public long position(LocalDate date, int day) {
            return date.toEpochDay();
        }
    },

    /** ISDA: days in a leap year over 366, the others over 365; a year is 365 · 366 units. */
    ACT_ACT_ISDA(365 * 366) {
        @Override
        public long position(LocalDate date, int day) {
            long unitsADay = date.isLeapYear() ? 365 : 366;
            return date.getYear() * unitsPerYear() + (date.getDayOfYear() - 1) * unitsADay;
        }

        @Override
        public String yearFraction(long days, long units) {
            long inLeapYears = 366 * days - units;
            if (inLeapYears == 0) {
                return days + "/365";
            }
            return inLeapYears == days ? days + "/366" : "(" + (days - inLeapYears) + "/365 + " + inLeapYears + "/366)";
        }
    },

    /** Every month 30 days, over 360. */
    THIRTY_360(360) {
        @Override
        public long position(LocalDate date, int day) {
            return 360L * date.getYear() + 30L * date.getMonthValue() + Math.min(day, 30);
        }
    };

    private final long unitsPerYear;

    DayCount(long unitsPerYear) {
        this.unitsPerYear = unitsPerYear;
    }

    /** The units of one year. */
    public long unitsPerYear() {
        return unitsPerYear;
    }

    /**
     * The date's place on the line of units.
     *
     * @param day the day of the month that it counts by: its own, but for a due date on the grid its anchor's
     *     (28 February of a loan due on the 31st counts as 30 in {@link #THIRTY_360}; nothing else looks at it)
     */
    public abstract long position(LocalDate date, int day);

    /**
     * The part of a year between two dates as one writes it with a pencil: 15/11/2027 to 15/02/2028 is 92/365, 92/360,
     * (47/365 + 45/366) and 90/360.
     *
     * @param days between the dates by the calendar
     * @param units between their places on the line
     */
    public String yearFraction(long days, long units) {
        return units + "/" + unitsPerYear;
    }

    /** The date's place on the line of units, counted by its own day. */
    public long position(LocalDate date) {
        return position(date, date.getDayOfMonth());
    }
}
