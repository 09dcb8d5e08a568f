package vn.coopfund.schedule;

import java.time.LocalDate;

/** A row while its loan is replayed. */
final class RunningRow {

    final int number;

    /** The day after which its interest starts; null: where the row before it ends. */
    final LocalDate from;
    final Accrual interest;
    final Accrual overdueInterest;
    final Accrual lateInterest;
    DueDate due;

    /** The principal it asks for; settled for good when the row closes. */
    long principal;
    long principalPaid;

    /** Its principal was given new dates; only its interest is still due here. */
    boolean restructured;

    RunningRow(int number, LocalDate from, DueDate due, long principal, LoanRates rates) {
        this.number = number;
        this.from = from;
        this.due = due;
        this.principal = principal;
        interest = rates.accrual(RunningInterest.Kind.IN_TERM);
        overdueInterest = rates.accrual(RunningInterest.Kind.OVERDUE);
        lateInterest = rates.accrual(RunningInterest.Kind.LATE);
    }

    Accrual of(RunningInterest.Kind kind) {
        return switch (kind) {
            case IN_TERM -> interest;
            case OVERDUE -> overdueInterest;
            case LATE -> lateInterest;
        };
    }

    /** The day on which its principal and interest stop running in term. */
    LocalDate closesOn() {
        return due.dueOn().isBefore(due.accruesTo()) ? due.dueOn() : due.accruesTo();
    }

    boolean isDueBy(LocalDate day) {
        return !due.dueOn().isAfter(day);
    }

    boolean isOverdueAfter(LocalDate day) {
        return isDueBy(day) && (principalUnpaid() > 0 || interest.unmet() > 0);
    }

    /** What is unpaid of it is due on another day; its interest ran through the same day. */
    void move(LocalDate dueOn) {
        due = new DueDate(dueOn, due.accruesTo(), due.countsAs(), due.principal());
    }

    /** Its unpaid principal is asked for elsewhere. */
    void givePrincipalUp() {
        principal = principalPaid;
        restructured = true;
    }

    long principalUnpaid() {
        return principal - principalPaid;
    }

    boolean bearsNothing() {
        return interest.unmet() == 0 && overdueInterest.unmet() == 0 && lateInterest.unmet() == 0;
    }
}
