package vn.coopfund.schedule;

import java.time.LocalDate;

/**
 * A row's date.
 *
 * @param dueOn the day to pay, moved off days without work
 * @param accruesTo the last day of the row's interest; the same day unless interest does not follow the move
 * @param countsAs the day of the month by which {@code accruesTo} counts in 30/360
 * @param principal the position among the principal dates from 0, or -1 for a date of interest only
 */
record DueDate(LocalDate dueOn, LocalDate accruesTo, int countsAs, int principal) {

    static DueDate of(LocalDate planned, int anchorDay, int principal, RepaymentTerms terms, WorkingDays calendar) {
        LocalDate moved = terms.workingDays().move(planned, calendar);
        LocalDate accruesTo = terms.interestFollows() ? moved : planned;
        boolean onTheGrid = accruesTo.equals(planned);
        return new DueDate(moved, accruesTo, onTheGrid ? anchorDay : accruesTo.getDayOfMonth(), principal);
    }
}
