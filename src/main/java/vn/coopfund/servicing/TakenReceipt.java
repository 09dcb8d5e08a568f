package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.schedule.Allocation;

/**
 * A receipt as it was taken.
 *
 * @param parts      where it went when it was posted, đồng
 * @param reversedOn when it was taken back, or null while it stands
 */
public record TakenReceipt(long id, long loanId, int turn, MonetaryAmount amount, LocalDate valueDate, LocalDate bookedOn,
        Channel channel, String reference, Allocation parts, long entryId, Long voucherId, LocalDate reversedOn,
        String reversalReason) {

    public boolean stands() {
        return reversedOn == null;
    }
}
