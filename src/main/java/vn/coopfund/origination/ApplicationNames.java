package vn.coopfund.origination;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.access.SubjectNames;

/** An application is known by its number, once it has one. */
@Component
class ApplicationNames implements SubjectNames {

    private final JdbcClient jdbc;

    ApplicationNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Subject.Type type() {
        return Subject.Type.APPLICATION;
    }

    @Override
    public Map<Long, String> of(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, number from origination.application where fund_id = :fund and id = any(:ids) and number is not null")
                .param("fund", Actors.current().fundId()).param("ids", ids.toArray(Long[]::new)).query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }
}
