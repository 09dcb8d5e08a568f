package vn.coopfund.schedule;

import java.math.BigInteger;
import java.time.LocalDate;

/** A row while its loan is replayed: exact totals per kind of interest, and what was paid of each. */
final class RunningRow {

    final int number;
    final DueDate due;

    /** The principal it asks for; settled for good when the row closes. */
    long principal;
    long principalPaid;
    long interestPaid;
    long overduePaid;
    long latePaid;
    BigInteger interest = BigInteger.ZERO;
    BigInteger overdueInterest = BigInteger.ZERO;
    BigInteger lateInterest = BigInteger.ZERO;

    RunningRow(int number, DueDate due, long principal) {
        this.number = number;
        this.due = due;
        this.principal = principal;
    }

    /** The day on which its principal and interest stop running in term. */
    LocalDate closesOn() {
        return due.dueOn().isBefore(due.accruesTo()) ? due.dueOn() : due.accruesTo();
    }

    boolean isDueBy(LocalDate day) {
        return !due.dueOn().isAfter(day);
    }

    boolean isOverdueAfter(LocalDate day, LoanState state) {
        return isDueBy(day) && (principalUnpaid() > 0 || state.interestUnpaid(this) > 0);
    }

    long principalUnpaid() {
        return principal - principalPaid;
    }
}
