package vn.coopfund.schedule;

import java.time.LocalDate;

/**
 * What settles a loan on a day, in đồng.
 *
 * @param interest due and accrued through that day
 * @param credit the borrower's money already here, which counts against the parts
 */
public record PayoffQuote(LocalDate on, long principal, long interest, long overdueInterest, long lateInterest,
        long credit) {

    /** What is still to be brought. */
    public long total() {
        return Math.max(0, parts() - credit);
    }

    private long parts() {
        return principal + interest + overdueInterest + lateInterest;
    }
}
