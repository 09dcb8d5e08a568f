package vn.coopfund.cooperatives;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.access.SubjectNames;

/** A borrower is known by its name. */
@Component
class BorrowerNames implements SubjectNames {

    private final JdbcClient jdbc;

    BorrowerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Subject.Type type() {
        return Subject.Type.COOPERATIVE;
    }

    @Override
    public Map<Long, String> of(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, name from cooperatives.borrower where fund_id = :fund and id = any(:ids)")
                .param("fund", Actors.current().fundId()).param("ids", ids.toArray(Long[]::new)).query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }
}
