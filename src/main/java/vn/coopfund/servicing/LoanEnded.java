package vn.coopfund.servicing;

/**
 * A loan runs in the balance sheet no more: settled, charged off, or all its money came back. Told inside its
 * transaction.
 */
public record LoanEnded(long loanId) {
}
