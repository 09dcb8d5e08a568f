package vn.coopfund.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names that stand in one column of the subject's own table. */
public abstract class NamesInColumn implements SubjectNames {

    private final JdbcClient jdbc;
    private final Subject.Type type;
    private final String sql;

    /** @param select ids and names of the whole table */
    protected NamesInColumn(JdbcClient jdbc, Subject.Type type, String select) {
        this.jdbc = jdbc;
        this.type = type;
        this.sql = select + " where fund_id = :fund and id = any(:ids)";
    }

    @Override
    public Subject.Type type() {
        return type;
    }

    @Override
    public Map<Long, String> of(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql(sql).param("fund", Actors.current().fundId()).param("ids", ids.toArray(Long[]::new)).query(row -> {
            if (row.getString(2) != null) {
                names.put(row.getLong(1), row.getString(2));
            }
        });
        return names;
    }
}
