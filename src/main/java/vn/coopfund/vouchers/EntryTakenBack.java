package vn.coopfund.vouchers;

/**
 * An entry of an order, or of capital paid in, was taken back; told inside its transaction.
 *
 * @param entryId         the entry
 * @param reversalEntryId the contra entry
 */
public record EntryTakenBack(long entryId, long reversalEntryId, String reason) {
}
