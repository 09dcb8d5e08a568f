package vn.coopfund.cooperatives;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.NamesInColumn;
import vn.coopfund.access.Subject;

/** A borrower is known by its name. */
@Component
class BorrowerNames extends NamesInColumn {

    BorrowerNames(JdbcClient jdbc) {
        super(jdbc, Subject.Type.COOPERATIVE, "select id, name from cooperatives.borrower b");
    }
}
