package vn.coopfund.schedule;

import java.time.LocalDate;

/**
 * Something happened to a loan, and how it stood right after, in đồng.
 *
 * @param fact the fact, or null where a row fell due, interest ran or credit was used
 * @param row the row that fell due, or null
 * @param ran what bore interest through this day since the moment before, or null
 * @param parts where money went: a payment's, or the credit's; else nothing
 * @param years how the days that bore interest count
 */
public record LoanMoment(LocalDate on, Kind kind, LoanFact fact, Row row, Ran ran, Allocation parts, Owed owed, Years years) {

    /**
     * Interest ran through the day, money left or was taken on, a row fell due, another fact happened, or credit met
     * what fell due that day.
     */
    public enum Kind { RAN, LENT, DUE, HAPPENED, CREDIT_USED }

    /** The part of a year between two dates, as {@link DayCount#yearFraction} writes it. */
    @FunctionalInterface
    public interface Years {
        String between(LocalDate from, LocalDate to);
    }

    /**
     * A row as it fell due.
     *
     * @param accruesTo the day through which its interest runs
     */
    public record Row(int number, long principal, long interest, LocalDate accruesTo) {
    }

    /** Balances that bore interest at each rate from the end of a day on. */
    public record Ran(LocalDate from, long inTerm, long overdue, long late) {
    }

    /**
     * What is owed.
     *
     * @param interestDue in-term interest of rows due by then and unpaid
     * @param interestAccrued in-term interest that ran and is not yet due
     * @param credit the borrower's money not yet applied
     */
    public record Owed(long principal, long interestDue, long interestAccrued, long overdueInterest, long lateInterest,
            long credit) {
    }
}
