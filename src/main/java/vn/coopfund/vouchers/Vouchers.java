package vn.coopfund.vouchers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** One paper for each movement of money, numbered without gaps by fund, kind and year of the books. */
@Component
public class Vouchers {

    private static final String SELECT = "select * from vouchers.voucher where fund_id = :fund ";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final NumberSeries numbers;

    Vouchers(JdbcClient jdbc, Journal journal, NumberSeries numbers) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.numbers = numbers;
    }

    /**
     * Issues the paper of an entry, in the transaction that posts it. An entry that has its paper answers that one.
     *
     * @param text what the money is for, in finished Vietnamese words
     * @throws IllegalArgumentException if the entry does not move that amount in cash or at the bank
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Voucher issue(VoucherKind kind, Posted entry, Party party, MonetaryAmount amount, String text) {
        long moved = journal.linesOf(entry.entryId()).stream().mapToLong(kind::moved).sum();
        if (moved != Dong.longOf(amount)) {
            throw new IllegalArgumentException(kind + " over " + amount + ", but the entry moves " + moved);
        }
        return find(kind, entry.entryId()).orElseGet(() -> {
            long id = insert(kind, entry, party, amount, text);
            return get(id);
        });
    }

    public Voucher get(long id) {
        return jdbc.sql(SELECT + "and id = :id").param("fund", fund()).param("id", id).query(Vouchers::row).optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The papers of an entry: one, or two where money goes from cash to the bank. */
    public List<Voucher> ofEntry(long entryId) {
        return jdbc.sql(SELECT + "and entry_id = :entry order by id").param("fund", fund()).param("entry", entryId)
                .query(Vouchers::row).list();
    }

    private Optional<Voucher> find(VoucherKind kind, long entryId) {
        return ofEntry(entryId).stream().filter(voucher -> voucher.kind() == kind).findFirst();
    }

    private long insert(VoucherKind kind, Posted entry, Party party, MonetaryAmount amount, String text) {
        Actor actor = Actors.current();
        int year = entry.bookedOn().getYear();
        long id = jdbc.sql("select nextval('vouchers.voucher_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into vouchers.voucher (id, fund_id, kind, year, number, issued_on, entry_id, amount, party,
                                              party_address, party_account, text, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, fund(), kind.name(), year, numbers.next(kind.symbol(), year), entry.bookedOn(), entry.entryId(),
                        Dong.longOf(amount), party.name(), party.address(), party.account(), text,
                        actor.isSystem() ? null : actor.id())
                .update();
        return id;
    }

    private static Voucher row(ResultSet row, int number) throws SQLException {
        VoucherKind kind = VoucherKind.valueOf(row.getString("kind"));
        return new Voucher(row.getLong("id"), kind,
                NumberSeries.written(row.getLong("number"), row.getInt("year"), kind.symbol()),
                row.getObject("issued_on", LocalDate.class), row.getLong("entry_id"), Dong.of(row.getLong("amount")),
                new Party(row.getString("party"), row.getString("party_address"), row.getString("party_account")),
                row.getString("text"), row.getObject("made_by", Long.class));
    }

    private static long fund() {
        return Actors.current().fundId();
    }
}
