package vn.coopfund.servicing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.access.SubjectNames;

/** A loan is known by its number. */
@Component
class LoanNames implements SubjectNames {

    private final JdbcClient jdbc;

    LoanNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Subject.Type type() {
        return Subject.Type.LOAN;
    }

    @Override
    public Map<Long, String> of(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, number from servicing.loan where fund_id = :fund and id = any(:ids)")
                .param("fund", Actors.current().fundId()).param("ids", ids.toArray(Long[]::new)).query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }
}
