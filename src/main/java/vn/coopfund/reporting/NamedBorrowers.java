package vn.coopfund.reporting;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** All borrowers by id, for reports that go through all loans. */
@Component
class NamedBorrowers {

    private final JdbcClient jdbc;

    NamedBorrowers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Named(long id, String name, String searchText, String commune, String representative) {

        /** Whether the name holds that part; all do where none is asked for. */
        boolean holds(String part) {
            return part == null || searchText.contains(part);
        }
    }

    Map<Long, Named> byId() {
        List<Named> all = jdbc.sql("""
                select b.id, b.name, b.search_text, c.name as commune, r.name as representative
                from cooperatives.borrower b left join cooperatives.commune c on c.code = b.commune_code
                left join cooperatives.representative r on r.borrower_id = b.id where b.fund_id = ?""")
                .param(Actors.current().fundId()).query(Named.class).list();
        return all.stream().collect(Collectors.toMap(Named::id, Function.identity()));
    }
}
