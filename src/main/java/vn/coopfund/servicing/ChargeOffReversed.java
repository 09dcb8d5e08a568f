package vn.coopfund.servicing;

import vn.coopfund.ledger.Posted;

/**
 * A debt that had left the balance sheet is back in it; told inside its transaction.
 *
 * @param entryId of the charge-off
 * @param back    the contra entry
 */
public record ChargeOffReversed(long loanId, long entryId, Posted back, String why) {
}
