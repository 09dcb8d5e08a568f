package vn.coopfund.treasury;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;

/** The files of statements. */
@Component
public class BankStatements {

    private static final String COLUMNS = """
            s.id, s.bank_account_id, s.filename, s.kind, s.mapping_id, m.name as mapping_name, s.state, s.uploaded_at,
            s.imported_at, s.lines_new, s.lines_known, s.rows_skipped, s.rows_faulty, s.first_on, s.last_on,
            s.opening_balance, s.closing_balance, s.broken_rows, up.display_name as uploaded_by,
            im.display_name as imported_by
            """;
    private static final String FROM = """
             from treasury.statement s left join treasury.column_mapping m on m.id = s.mapping_id
             left join access.person up on up.id = s.uploaded_by left join access.person im on im.id = s.imported_by
            where s.fund_id = :fund and (:account::bigint is null or s.bank_account_id = :account)
            """;

    private final JdbcClient jdbc;

    BankStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public PageOf<Statement> of(Long account, PageOf.Wish wish) {
        long total = jdbc.sql("select count(*)" + FROM).param("fund", fund()).param("account", account)
                .query(Long.class).single();
        List<Statement> items = jdbc.sql("select " + COLUMNS + FROM + "order by s.id desc limit :size offset :offset")
                .param("fund", fund()).param("account", account).param("size", wish.size()).param("offset", wish.offset())
                .query(BankStatements::read).list();
        return new PageOf<>(items, wish.page(), wish.size(), total);
    }

    @Transactional(readOnly = true)
    public Statement byId(long id) {
        return find(id, "");
    }

    /** Held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Statement lock(long id) {
        return find(id, " for update of s");
    }

    byte[] content(long id) {
        return jdbc.sql("select content from treasury.statement where id = ? and fund_id = ?").params(id, fund())
                .query(byte[].class).single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(BankAccount account, String filename, StatementFile.Kind kind, byte[] content, Long mapping) {
        long id = jdbc.sql("select nextval('treasury.statement_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into treasury.statement (id, fund_id, bank_account_id, filename, kind, content, sha256, mapping_id,
                    uploaded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, fund(), account.id(), filename, kind.name(), content, sha256(content), mapping,
                        person())).update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void map(long id, long mapping) {
        jdbc.sql("update treasury.statement set mapping_id = ? where id = ?").params(mapping, id).update();
    }

    /** Whether it is a draft of the actor's own, or any for the chief accountant. */
    public boolean mayDiscard(Statement statement) {
        return statement.isDraft() && (Actors.current().is(Role.CHIEF_ACCOUNTANT)
                || jdbc.sql("select coalesce(uploaded_by = ?, false) from treasury.statement where id = ?")
                        .params(person(), statement.id()).query(Boolean.class).single());
    }

    boolean isMatched(long id) {
        return jdbc.sql("""
                select exists (select 1 from treasury.statement_line l join treasury.match m on m.line_id = l.id
                    where l.statement_id = ? and m.state <> 'UNDONE')""").param(id).query(Boolean.class).single();
    }

    /** With the rows that were to be corrected; the database itself lets none go that is imported. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remove(long id) {
        jdbc.sql("delete from treasury.statement_fault where statement_id = ?").param(id).update();
        jdbc.sql("delete from treasury.statement where id = ?").param(id).update();
    }

    /** Writes down what came of the import. */
    @Transactional(propagation = Propagation.MANDATORY)
    void imported(long id, StatementImport.Outcome outcome, Instant at) {
        jdbc.sql("""
                update treasury.statement set state = 'IMPORTED', imported_by = ?, imported_at = ?, descending = ?,
                    lines_new = ?, lines_known = ?, rows_skipped = ?, rows_faulty = ?, first_on = ?, last_on = ?,
                    opening_balance = ?, closing_balance = ?, broken_rows = ? where id = ?""")
                .params(Arrays.asList(person(), Timestamp.from(at), outcome.balance().descending(), outcome.linesNew(),
                        outcome.linesKnown(), outcome.skipped(), outcome.faulty(), outcome.firstOn(), outcome.lastOn(),
                        outcome.balance().opening(), outcome.balance().closing(),
                        outcome.balance().broken().toArray(Integer[]::new), id))
                .update();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Statement find(long id, String lock) {
        return jdbc.sql("select " + COLUMNS + FROM + " and s.id = :id" + lock).param("fund", fund())
                .param("account", null, java.sql.Types.BIGINT).param("id", id).query(BankStatements::read).optional()
                .orElseThrow(Refusal::notFound);
    }

    private static Statement read(ResultSet row, int number) throws SQLException {
        Timestamp imported = row.getTimestamp("imported_at");
        return new Statement(row.getLong("id"), row.getLong("bank_account_id"), row.getString("filename"),
                row.getString("kind"), row.getObject("mapping_id", Long.class), row.getString("mapping_name"),
                Statement.State.valueOf(row.getString("state")), row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(), row.getString("imported_by"),
                imported == null ? null : imported.toInstant(), row.getInt("lines_new"), row.getInt("lines_known"),
                row.getInt("rows_skipped"), row.getInt("rows_faulty"), row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class), row.getObject("opening_balance", Long.class),
                row.getObject("closing_balance", Long.class), List.of((Integer[]) row.getArray("broken_rows").getArray()));
    }

    private static Long person() {
        Actor actor = Actors.current();
        return actor.isSystem() ? null : actor.id();
    }

    private static long fund() {
        return Actors.current().fundId();
    }
}
