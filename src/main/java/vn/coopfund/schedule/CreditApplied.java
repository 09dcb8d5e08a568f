package vn.coopfund.schedule;

import java.time.LocalDate;

/** The borrower's credit met what fell due at the close of a day; the allocation's total is 0. */
public record CreditApplied(LocalDate on, Allocation allocation) {
}
