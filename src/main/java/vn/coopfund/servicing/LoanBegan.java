package vn.coopfund.servicing;

import java.time.LocalDate;

/**
 * A loan runs in the balance sheet from this day: its first money left, it was taken on, or what had settled it was
 * taken back. Told inside its transaction.
 */
public record LoanBegan(long loanId, LocalDate on) {
}
