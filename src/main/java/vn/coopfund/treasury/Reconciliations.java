package vn.coopfund.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.web.Refusal;

/** The reconciliations that were prepared and signed. */
@Component
public class Reconciliations {

    private static final String SELECT = """
            select r.*, maker.display_name as maker, signer.display_name as signer from treasury.reconciliation r
            join access.person maker on maker.id = r.prepared_by left join access.person signer on signer.id = r.signed_by
            where r.fund_id = :fund and\s""";

    private final JdbcClient jdbc;

    Reconciliations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest of that day: signed, or prepared last. */
    @Transactional(readOnly = true)
    public Optional<Reconciliation> on(BankAccount account, LocalDate day) {
        return jdbc.sql(SELECT + "r.bank_account_id = :account and r.day = :day order by r.state desc, r.id desc limit 1")
                .param("fund", fund()).param("account", account.id()).param("day", day).query(Reconciliations::read).optional();
    }

    /** The latest days first. */
    @Transactional(readOnly = true)
    public List<Reconciliation> latest(BankAccount account, int most) {
        return jdbc.sql(SELECT + "r.bank_account_id = :account order by r.day desc, r.id desc limit :most").param("fund", fund())
                .param("account", account.id()).param("most", most).query(Reconciliations::read).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Reconciliation lock(long id) {
        return jdbc.sql(SELECT + "r.id = :id for update of r").param("fund", fund()).param("id", id)
                .query(Reconciliations::read).optional().orElseThrow(Refusal::notFound);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(BankAccount account, LocalDate day, Reconciliation.Figures figures, String note) {
        long id = jdbc.sql("select nextval('treasury.reconciliation_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into treasury.reconciliation (id, fund_id, bank_account_id, day, by_books, by_statement,
                    opening_difference, entries_open, lines_open, unexplained, note, prepared_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, fund(), account.id(), day, figures.byBooks(), figures.byStatement(),
                        figures.openingDifference(), figures.entriesOpen(), figures.linesOpen(), figures.unexplained(), note,
                        Actors.current().id())).update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sign(long id) {
        jdbc.sql("update treasury.reconciliation set state = 'SIGNED', signed_by = ?, signed_at = clock_timestamp() where id = ?")
                .params(Actors.current().id(), id).update();
    }

    private static Reconciliation read(ResultSet row, int number) throws SQLException {
        Timestamp signed = row.getTimestamp("signed_at");
        return new Reconciliation(row.getLong("id"), row.getLong("bank_account_id"), row.getObject("day", LocalDate.class),
                new Reconciliation.Figures(row.getLong("by_books"), row.getLong("by_statement"),
                        row.getLong("opening_difference"), row.getLong("entries_open"), row.getLong("lines_open")),
                row.getString("note"), Reconciliation.State.valueOf(row.getString("state")), row.getLong("prepared_by"),
                row.getString("maker"), row.getTimestamp("prepared_at").toInstant(), row.getString("signer"),
                signed == null ? null : signed.toInstant());
    }

    private static long fund() {
        return Actors.current().fundId();
    }
}
