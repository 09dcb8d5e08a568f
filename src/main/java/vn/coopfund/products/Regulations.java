package vn.coopfund.products;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** The versions of the regulation: confirmed, waiting and declined. */
@Component
public class Regulations {

    private final JdbcClient jdbc;

    Regulations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The confirmed versions, the first one first. */
    @Transactional(readOnly = true)
    public List<RegulationVersion> confirmed() {
        return select("and state = 'CONFIRMED' order by number").query(Regulations::read).list();
    }

    /** The version that takes effect after all others: what a proposal starts from. */
    @Transactional(readOnly = true)
    public RegulationVersion latest() {
        List<RegulationVersion> confirmed = confirmed();
        return confirmed.get(confirmed.size() - 1);
    }

    /** The version that waits for its second person. */
    @Transactional(readOnly = true)
    public Optional<RegulationVersion> pending() {
        return select("and state = 'PENDING'").query(Regulations::read).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    RegulationVersion add(LendingRegulation proposed) {
        Actor actor = Actors.current();
        Map<String, Object> columns = new LinkedHashMap<>(RegulationRow.columns(proposed));
        columns.put("fund_id", actor.fundId());
        columns.put("proposed_by", actor.isSystem() ? null : actor.id());
        long id = jdbc.sql("insert into products.lending_regulation (" + String.join(", ", columns.keySet())
                        + ") values (:" + String.join(", :", columns.keySet()) + ") returning id")
                .params(columns).query(Long.class).single();
        return byId(id, "");
    }

    /** The one that waits, held until the transaction ends. */
    RegulationVersion waiting(long id) {
        RegulationVersion version = byId(id, " for update");
        if (version.state() != RegulationVersion.State.PENDING) {
            throw Refusal.conflict("products.regulation.decided");
        }
        return version;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    RegulationVersion decide(RegulationVersion version, RegulationVersion.State state, String reason) {
        Actor actor = Actors.current();
        jdbc.sql("""
                update products.lending_regulation
                set state = :state, reason = :reason, decided_by = :by, decided_at = clock_timestamp(),
                    number = case when :state = 'CONFIRMED' then
                        (select max(number) + 1 from products.lending_regulation where fund_id = :fund) end
                where id = :id""")
                .param("state", state.name()).param("reason", reason).param("fund", actor.fundId())
                .param("by", actor.isSystem() ? null : actor.id()).param("id", version.id()).update();
        return byId(version.id(), "");
    }

    private RegulationVersion byId(long id, String lock) {
        return select("and id = :id" + lock).param("id", id).query(Regulations::read).optional()
                .orElseThrow(Refusal::notFound);
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql("select * from products.lending_regulation where fund_id = :fund " + rest)
                .param("fund", Actors.current().fundId());
    }

    private static RegulationVersion read(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new RegulationVersion(row.getLong("id"), row.getObject("number", Integer.class),
                RegulationVersion.State.valueOf(row.getString("state")), RegulationRow.read(row),
                row.getObject("proposed_by", Long.class), row.getTimestamp("proposed_at").toInstant(),
                row.getObject("decided_by", Long.class), decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("reason"));
    }
}
