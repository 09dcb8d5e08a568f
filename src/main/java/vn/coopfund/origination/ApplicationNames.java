package vn.coopfund.origination;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.NamesInColumn;
import vn.coopfund.access.Subject;

/** An application is known by its number, once it has one. */
@Component
class ApplicationNames extends NamesInColumn {

    ApplicationNames(JdbcClient jdbc) {
        super(jdbc, Subject.Type.APPLICATION, "select id, number from origination.application");
    }
}
