package vn.coopfund.servicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.NamesInColumn;
import vn.coopfund.access.Subject;

/** A loan is known by its number. */
@Component
class LoanNames extends NamesInColumn {

    LoanNames(JdbcClient jdbc) {
        super(jdbc, Subject.Type.LOAN, "select id, number from servicing.loan");
    }
}
