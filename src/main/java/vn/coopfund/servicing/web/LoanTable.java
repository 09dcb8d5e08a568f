package vn.coopfund.servicing.web;

import java.util.List;
import vn.coopfund.servicing.Loans;

/** The columns of the list of loans as a file. */
final class LoanTable {

    static final List<String> COLUMNS = List.of("number", "borrower", "project", "state", "principal",
            "principalOutstanding", "disbursedOn", "nextDueOn", "daysPastDue", "debtGroup");

    private LoanTable() {
    }

    static Object[] cells(Loans.Row one) {
        return new Object[] {one.number(), one.borrower(), one.projectName(), one.state().name(), one.principal(),
            one.outstanding(), one.disbursedOn(), one.nextDueOn(), one.daysPastDue(), one.debtGroup()};
    }
}
