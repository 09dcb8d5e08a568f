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
        return issue(reserve(), kind, entry, party, amount, text);
    }

    /** The id of a paper that is issued later in the transaction. */
    public long reserve() {
        return jdbc.sql("select nextval('vouchers.voucher_seq')").query(Long.class).single();
    }

    /**
     * The same under an id that was reserved: its number is locked until the transaction ends, so that who has much to
     * do issues the paper last.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Voucher issue(long id, VoucherKind kind, Posted entry, Party party, MonetaryAmount amount, String text) {
        long moved = journal.linesOf(entry.entryId()).stream().mapToLong(kind::moved).sum();
        if (moved != Dong.longOf(amount)) {
            throw new IllegalArgumentException(kind + " over " + amount + ", but the entry moves " + moved);
        }
        return find(kind, entry.entryId()).orElseGet(() -> insert(id, kind, entry, party, amount, text));
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

    /**
     * Marks the papers of an entry that was taken back: they keep their numbers and say that they are cancelled.
     *
     * @param back the entry that takes it back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(long entryId, Posted back, String reason) {
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into vouchers.cancellation (voucher_id, cancelled_on, reason, entry_id, cancelled_by)
                select id, :on, :reason, :back, :by from vouchers.voucher where fund_id = :fund and entry_id = :entry""")
                .param("on", back.bookedOn()).param("reason", reason).param("back", back.entryId())
                .param("by", actor.isSystem() ? null : actor.id()).param("fund", fund()).param("entry", entryId).update();
    }

    /** Why a paper does not hold any more; empty while it does. */
    public Optional<Cancellation> cancellationOf(long voucherId) {
        return jdbc.sql("""
                select c.cancelled_on, c.reason, c.entry_id from vouchers.cancellation c
                join vouchers.voucher v on v.id = c.voucher_id where v.fund_id = ? and v.id = ?""")
                .params(fund(), voucherId).query(Cancellation.class).optional();
    }

    private Optional<Voucher> find(VoucherKind kind, long entryId) {
        return ofEntry(entryId).stream().filter(voucher -> voucher.kind() == kind).findFirst();
    }

    private Voucher insert(long id, VoucherKind kind, Posted entry, Party party, MonetaryAmount amount, String text) {
        Actor actor = Actors.current();
        Long maker = actor.isSystem() ? null : actor.id();
        int year = entry.bookedOn().getYear();
        long number = numbers.next(kind.symbol(), year);
        jdbc.sql("""
                insert into vouchers.voucher (id, fund_id, kind, year, number, issued_on, entry_id, amount, party,
                                              party_address, party_account, text, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, fund(), kind.name(), year, number, entry.bookedOn(), entry.entryId(), Dong.longOf(amount),
                        party.name(), party.address(), party.account(), text, maker)
                .update();
        return new Voucher(id, kind, NumberSeries.written(number, year, kind.symbol()), entry.bookedOn(), entry.entryId(),
                amount, party, text, maker);
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
