package vn.coopfund.servicing.web;

import java.util.List;
import vn.coopfund.servicing.StatementLine;

/** The columns of a loan's statement as a file. */
final class StatementTable {

    static final List<String> COLUMNS = List.of("valueDate", "kind", "reference", "paidOut", "received", "chargedInterest",
            "chargedOverdueInterest", "chargedLateInterest", "principal", "interest", "overdueInterest", "lateInterest",
            "credit", "principalBalance", "interestBalance", "overdueInterestBalance", "lateInterestBalance", "creditBalance");

    private StatementTable() {
    }

    static Object[] cells(StatementLine one) {
        return new Object[] {one.on(), one.kind().name(), one.reference(), one.paidOut(), one.received(),
            one.charged().interest(), one.charged().overdueInterest(), one.charged().lateInterest(),
            one.paid().principal(), one.paid().interest(), one.paid().overdueInterest(), one.paid().lateInterest(),
            one.paid().credit(), one.after().principal(), one.after().interest(), one.after().overdueInterest(),
            one.after().lateInterest(), one.after().credit()};
    }
}
