package vn.coopfund.servicing.web;

import java.util.List;
import vn.coopfund.servicing.Statements;

/** The columns of a loan's money as it was recorded, as a file. */
final class MovementTable {

    static final List<String> COLUMNS = List.of("valueDate", "bookedOn", "kind", "reference", "paidOut", "received",
            "principal", "interest", "overdueInterest", "lateInterest", "credit", "principalBalance", "creditBalance");

    private MovementTable() {
    }

    static Object[] cells(Statements.Movement one) {
        return new Object[] {one.valueDate(), one.bookedOn(), one.kind(), one.reference(), one.paidOut(),
            one.received(), one.principal(), one.interest(), one.overdueInterest(), one.lateInterest(), one.credit(),
            one.principalBalance(), one.creditBalance()};
    }
}
