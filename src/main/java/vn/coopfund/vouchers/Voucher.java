package vn.coopfund.vouchers;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A paper of money.
 *
 * @param number   as it is written, e.g. {@code 0012/2026/PT}
 * @param issuedOn the day in the books of its entry
 * @param text     what the money is for
 */
public record Voucher(long id, VoucherKind kind, String number, LocalDate issuedOn, long entryId, MonetaryAmount amount,
        Party party, String text, Long madeBy) {
}
