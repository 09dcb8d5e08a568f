package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

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

    /** Since when and until when a source takes money. */
    public record Dated(CapitalSource source, LocalDate from, LocalDate to) {
    }

    public List<Dated> dated() {
        return jdbc.sql("select * from funding.capital_source where fund_id = ? order by id")
                .param(Actors.current().fundId()).query((row, number) -> new Dated(new CapitalSource(row.getLong("id"),
                        row.getString("code"), row.getString("name_vi"), row.getString("name_en"), row.getString("account"),
                        row.getBoolean("charter"), row.getBoolean("own")), row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class))).list();
    }

    /** The source of that id, dated or not. */
    CapitalSource get(long id) {
        return all().stream().filter(source -> source.id() == id).findFirst().orElseThrow(Refusal::notFound);
    }

    Optional<CapitalSource> named(String codeOrId) {
        return all().stream().filter(source -> source.code().equals(codeOrId) || String.valueOf(source.id()).equals(codeOrId))
                .findFirst();
    }

    void add(SourceOpening.Kept opened) {
        jdbc.sql("""
                insert into funding.capital_source (id, fund_id, code, name_vi, name_en, account, charter, own, valid_from)
                values (nextval('funding.capital_source_seq'), ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Actors.current().fundId(), opened.code(), opened.nameVi(), opened.nameEn(), opened.account(),
                        opened.charter(), opened.own(), opened.from()).update();
    }

    void end(long id, LocalDate on) {
        jdbc.sql("update funding.capital_source set valid_to = ? where fund_id = ? and id = ?")
                .params(on, Actors.current().fundId(), id).update();
    }

    /** The source of that code or id, if it takes contributions on that day. */
    Optional<CapitalSource> find(String codeOrId, LocalDate on) {
        return jdbc.sql("""
                select id, code, name_vi, name_en, account, charter, own from funding.capital_source
                where fund_id = ? and (code = ? or id::text = ?) and ? between valid_from and coalesce(valid_to, 'infinity')""")
                .params(Actors.current().fundId(), codeOrId, codeOrId, on).query(CapitalSource.class).optional();
    }
}
