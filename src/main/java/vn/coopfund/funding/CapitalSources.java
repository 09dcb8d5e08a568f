package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** The rows of capital sources. */
@Component
public class CapitalSources {

    private final JdbcClient jdbc;

    CapitalSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CapitalSource> all() {
        return jdbc.sql("""
                select id, code, name_vi, name_en, account, charter, own from funding.capital_source
                where fund_id = ? order by id""")
                .param(Actors.current().fundId()).query(CapitalSource.class).list();
    }

    /** The source of that code or id, if it takes contributions on that day. */
    Optional<CapitalSource> find(String codeOrId, LocalDate on) {
        return jdbc.sql("""
                select id, code, name_vi, name_en, account, charter, own from funding.capital_source
                where fund_id = ? and (code = ? or id::text = ?) and ? between valid_from and coalesce(valid_to, 'infinity')""")
                .params(Actors.current().fundId(), codeOrId, codeOrId, on).query(CapitalSource.class).optional();
    }
}
