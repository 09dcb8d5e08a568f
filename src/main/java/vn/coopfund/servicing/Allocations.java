package vn.coopfund.servicing;

import java.util.stream.Stream;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.CreditApplied;
import vn.coopfund.schedule.LoanPosition;

/** Sums of allocations, part by part. */
final class Allocations {

    static final Allocation NONE = new Allocation(0, 0, 0, 0, 0);

    private Allocations() {
    }

    /** Where all money of a loan went. */
    static Allocation all(LoanPosition position) {
        return Stream.concat(position.payments().values().stream(),
                position.creditApplied().stream().map(CreditApplied::allocation)).reduce(NONE, Allocations::plus);
    }

    static Allocation plus(Allocation a, Allocation b) {
        return new Allocation(a.principal() + b.principal(), a.interest() + b.interest(),
                a.overdueInterest() + b.overdueInterest(), a.lateInterest() + b.lateInterest(), a.credit() + b.credit());
    }

    static Allocation minus(Allocation a, Allocation b) {
        return plus(a, new Allocation(-b.principal(), -b.interest(), -b.overdueInterest(), -b.lateInterest(),
                -b.credit()));
    }

    static boolean isNone(Allocation allocation) {
        return allocation.equals(NONE);
    }
}
