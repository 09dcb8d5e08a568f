package vn.coopfund.servicing;

/**
 * A receipt was taken back; told inside its transaction.
 *
 * @param entryId         its entry
 * @param reversalEntryId the contra entry
 */
public record RepaymentTakenBack(long repaymentId, long loanId, long entryId, long reversalEntryId, String reason) {
}
