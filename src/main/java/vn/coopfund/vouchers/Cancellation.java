package vn.coopfund.vouchers;

import java.time.LocalDate;

/**
 * A paper was cancelled.
 *
 * @param cancelledOn the day in the books
 * @param entryId     the entry that takes the paper's entry back
 */
public record Cancellation(LocalDate cancelledOn, String reason, long entryId) {
}
