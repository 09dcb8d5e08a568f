package vn.coopfund.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The register of capital paid in. */
@Component
public class Contributions {

    /** REVERSED follows from the books: nothing of a confirmed contribution is edited. */
    private static final String SHOWN = """
            case when exists (select 1 from ledger.posted_fact back where back.reverses = c.entry_id) then 'REVERSED' else c.state end""";

    private static final String SELECT = "select c.*, " + SHOWN + """
             as shown, s.code, s.name_vi, s.name_en, s.account, s.charter, s.own
            from funding.contribution c join funding.capital_source s on s.id = c.source_id
            where c.fund_id = :fund
            """;

    private final JdbcClient jdbc;

    Contributions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By value date, the earliest first. */
    public List<Contribution> all() {
        return select("order by c.value_date, c.id").query(Contributions::row).list();
    }

    /** By what the list may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("day", "c.value_date", "source", "s.name_vi",
            "decision", "c.decision", "state", SHOWN, "amount", "c.amount");

    /** Those in the state, or all where it is null. */
    public List<Contribution> list(Contribution.State state, SortBy sort) {
        return select("and (:state::text is null or " + SHOWN + " = :state)" + sort.orderBy("c.id"))
                .param("state", state == null ? null : state.name()).query(Contributions::row).list();
    }

    public Contribution get(long id) {
        return select("and c.id = :id").param("id", id).query(Contributions::row).optional().orElseThrow(Refusal::notFound);
    }

    /** The same, held until the transaction ends: the next who would settle it waits. */
    Contribution getForUpdate(long id) {
        return select("and c.id = :id for update of c").param("id", id).query(Contributions::row).optional()
                .orElseThrow(Refusal::notFound);
    }

    long add(NewContribution proposed, CapitalSource source, Long bankAccount, Long by, Instant at) {
        long id = jdbc.sql("select nextval('funding.contribution_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into funding.contribution (id, fund_id, source_id, amount, value_date, decision, proposed_by, proposed_at, bank_account_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), source.id(), Dong.longOf(proposed.amount()), proposed.valueDate(),
                        proposed.decision().strip(), by, Timestamp.from(at), bankAccount)).update();
        return id;
    }

    void settle(long id, Contribution.State state, Long by, Instant at, String declineReason, Long entryId) {
        jdbc.sql("""
                update funding.contribution
                set state = ?, settled_by = ?, settled_at = ?, decline_reason = ?, entry_id = ? where id = ?""")
                .params(state.name(), by, Timestamp.from(at), declineReason, entryId, id).update();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql(SELECT + rest).param("fund", Actors.current().fundId());
    }

    private static Contribution row(ResultSet row, int number) throws SQLException {
        Timestamp settledAt = row.getTimestamp("settled_at");
        return new Contribution(row.getLong("id"),
                new CapitalSource(row.getLong("source_id"), row.getString("code"), row.getString("name_vi"),
                        row.getString("name_en"), row.getString("account"), row.getBoolean("charter"), row.getBoolean("own")),
                Dong.of(row.getLong("amount")), row.getObject("value_date", LocalDate.class), row.getString("decision"),
                Contribution.State.valueOf(row.getString("shown")), row.getObject("proposed_by", Long.class),
                row.getTimestamp("proposed_at").toInstant(), row.getObject("settled_by", Long.class),
                settledAt == null ? null : settledAt.toInstant(), row.getString("decline_reason"),
                row.getObject("entry_id", Long.class), row.getObject("bank_account_id", Long.class));
    }
}
