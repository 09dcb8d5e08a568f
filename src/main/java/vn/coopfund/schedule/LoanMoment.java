package vn.coopfund.schedule;

import java.time.LocalDate;

/**
 * Something happened to a loan, and how it stood right after, in đồng.
 *
 * @param fact the fact, or null where a row fell due or credit was used
 * @param row the number of the row that fell due, or 0
 * @param parts where money went: a payment's, or the credit's; else nothing
 * @param interestDue in-term interest of rows due by then and unpaid
 * @param credit the borrower's money not yet applied
 */
public record LoanMoment(LocalDate on, Kind kind, LoanFact fact, int row, Allocation parts, long principalOutstanding,
        long interestDue, long overdueInterest, long lateInterest, long credit) {

    /** Money left or was taken on, a row fell due, another fact happened, or credit met what fell due that day. */
    public enum Kind { LENT, DUE, HAPPENED, CREDIT_USED }
}
