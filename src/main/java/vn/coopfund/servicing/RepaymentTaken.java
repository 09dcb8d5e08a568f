package vn.coopfund.servicing;

/**
 * A receipt came into the books; told inside its transaction.
 *
 * @param proposalId what it had waited as for a second person, or null
 */
public record RepaymentTaken(long repaymentId, long loanId, long entryId, Long proposalId) {
}
