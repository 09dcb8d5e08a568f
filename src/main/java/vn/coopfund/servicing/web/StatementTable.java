package vn.coopfund.servicing.web;

import java.util.List;
import vn.coopfund.servicing.StatementLine;

/** The columns of a loan's statement as a file. */
final class StatementTable {

    static final List<String> COLUMNS = List.of("valueDate", "bookedOn", "kind", "reference", "paidOut", "received",
            "principal", "interest", "overdueInterest", "lateInterest", "credit", "principalBalance", "creditBalance",
            "chargedInterest", "chargedOverdueInterest", "chargedLateInterest", "interestBalance", "accruedBalance",
            "overdueInterestBalance", "lateInterestBalance");

    private StatementTable() {
    }

    static Object[] cells(StatementLine one) {
        return new Object[] {one.on(), one.bookedOn(), one.kind().name(), one.reference(), one.paidOut(), one.received(),
            one.paid().principal(), one.paid().interest(), one.paid().overdueInterest(), one.paid().lateInterest(),
            one.paid().credit(), one.after().principal(), one.after().credit(), one.charged().interest(),
            one.charged().overdueInterest(), one.charged().lateInterest(), one.after().interest(), one.after().accrued(),
            one.after().overdueInterest(), one.after().lateInterest()};
    }
}
