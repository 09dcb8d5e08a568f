package vn.coopfund.schedule;

import java.time.LocalDate;

/**
 * A row of the current schedule on a day, in đồng. A row whose interest still runs shows what its interest will be
 * if everything falls due and is paid as planned from that day on.
 *
 * @param from the day after which its interest starts
 * @param days calendar days of interest
 * @param principal the principal of the row, paid or not
 * @param interest the in-term interest of the row, paid or not
 * @param principalUnpaid what of the principal is not yet paid
 * @param interestUnpaid what of the interest is not yet paid
 * @param overdueInterest owed on this row's unpaid principal
 * @param lateInterest owed on this row's unpaid interest
 * @param balance what is owed of the principal after this row
 */
public record RowPosition(int number, LocalDate from, LocalDate dueOn, int days, long principal, long interest,
        long principalUnpaid, long interestUnpaid, long overdueInterest, long lateInterest, long balance,
        InstalmentState state) {

    /** Whether principal or in-term interest is unpaid. */
    public boolean isUnpaid() {
        return principalUnpaid > 0 || interestUnpaid > 0;
    }

    /** Principal and interest of the row. */
    public long payment() {
        return principal + interest;
    }
}
