package vn.coopfund.vouchers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.database.Ids;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** One paper for each movement of money, numbered without gaps by fund, kind and year of the books. */
@Component
public class Vouchers {

    private static final String SELECT = "select * from vouchers.voucher where fund_id = :fund ";

    private final JdbcClient jdbc;
    private final NumberSeries numbers;
    private final Ids ids;
    private final MoneyAccounts accounts;

    Vouchers(JdbcClient jdbc, NumberSeries numbers, Ids ids, MoneyAccounts accounts) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.ids = ids;
        this.accounts = accounts;
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
        return ids.next("vouchers.voucher_seq");
    }

    /**
     * The same under an id that was reserved: its number is locked until the transaction ends, so that who has much to
     * do issues the paper last.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Voucher issue(long id, VoucherKind kind, Posted entry, Party party, MonetaryAmount amount, String text) {
        Known known = known(kind, entry);
        if (known.moved() != Dong.longOf(amount)) {
            throw new IllegalArgumentException(kind + " over " + amount + ", but the entry moves " + known.moved());
        }
        return known.paper() == null ? insert(id, kind, entry, party, amount, text, known.maker()) : get(known.paper());
    }

    /**
     * What is known of an entry before its paper is issued.
     *
     * @param moved what it moves on such a paper, đồng
     * @param paper that it has already; null for none
     * @param maker who made it, also where a second person's hand posted it
     */
    private record Known(long moved, Long paper, Long maker) {
    }

    private Known known(VoucherKind kind, Posted entry) {
        return jdbc.sql("""
                select (select coalesce(sum(case when :in then debit else credit end), 0)::bigint from ledger.posting
                        where entry_id = :entry and booked_on = :booked and fund_id = :fund
                          and exists (select 1 from unnest(:accounts) root where starts_with(account, root))) as moved,
                       (select id from vouchers.voucher where entry_id = :entry and kind = :kind and fund_id = :fund) as paper,
                       (select made_by from ledger.entry
                        where id = :entry and booked_on = :booked and fund_id = :fund) as maker""")
                .param("in", kind.comesIn()).param("entry", entry.entryId()).param("booked", entry.bookedOn())
                .param("fund", fund()).param("accounts", accounts.standingOn(kind)).param("kind", kind.name())
                .query(Known.class).single();
    }

    public Voucher get(long id) {
        return jdbc.sql(SELECT + "and id = :id").param("fund", fund()).param("id", id).query(Vouchers::row).optional()
                .orElseThrow(Refusal::notFound);
    }

    /** By what the list may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("day", "v.issued_on", "number", "v.number", "kind", "v.kind",
            "party", "v.party", "amount", "v.amount");

    /**
     * What is looked for; null is anything.
     *
     * @param q        words of who pays or is paid and of the reason, or a number
     * @param unsigned cash that the cashier has not signed for
     */
    public record Filter(VoucherKind kind, LocalDate from, LocalDate to, String q, boolean unsigned) {
    }

    /** One of a list; a cancelled one keeps its amount and counts for nothing. */
    public record Row(Voucher voucher, boolean cancelled, boolean signed) {
    }

    /** How many hold, and what they come to, on the way in and out. */
    public record Sum(long in, long out) {
    }

    public PageOf<Row> list(Filter filter, SortBy sort, PageOf.Wish wish) {
        long total = bind("select count(*)" + LIST, filter).query(Long.class).single();
        return new PageOf<>(bind("select v.*, c.voucher_id is not null as cancelled, s.voucher_id is not null as signed" + LIST
                + sort.orderBy("v.id") + "limit :size offset :offset", filter)
                .param("size", wish.size()).param("offset", wish.offset())
                .query((row, number) -> new Row(row(row, number), row.getBoolean("cancelled"), row.getBoolean("signed")))
                .list(), wish.page(), wish.size(), total);
    }

    /** The amounts of all that are found and hold; a paper that was taken back and the one that did so are nothing together. */
    public Sum sum(Filter filter) {
        return bind("""
                select coalesce(sum(v.amount) filter (where v.kind in ('RECEIPT', 'CREDIT_ADVICE')), 0)::bigint as coming,
                       coalesce(sum(v.amount) filter (where v.kind not in ('RECEIPT', 'CREDIT_ADVICE')), 0)::bigint as leaving
                """ + LIST + """
                 and c.voucher_id is null
                 and not exists (select 1 from vouchers.cancellation o where o.entry_id = v.entry_id)""", filter)
                .query((row, number) -> new Sum(row.getLong(1), row.getLong(2))).single();
    }

    private JdbcClient.StatementSpec bind(String sql, Filter filter) {
        List<String> words = SearchText.patterns(filter.q());
        return jdbc.sql(sql).param("fund", fund()).param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("from", filter.from()).param("to", filter.to()).param("unsigned", filter.unsigned())
                .param("words", words.toArray(String[]::new));
    }

    private static final String LIST = """
            \sfrom vouchers.voucher v left join vouchers.cancellation c on c.voucher_id = v.id
            left join vouchers.cash_signature s on s.voucher_id = v.id
            where v.fund_id = :fund and (:kind::text is null or v.kind = :kind)
              and (:from::date is null or v.issued_on >= :from) and (:to::date is null or v.issued_on <= :to)
              and (not :unsigned or (v.kind in ('RECEIPT', 'PAYMENT') and s.voucher_id is null and c.voucher_id is null))
              and coalesce(v.search_text, lower(v.party || ' ' || v.text)) like all (:words::text[])""";

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

    /** The papers that the entry of this one took back. */
    public List<Voucher> takenBackBy(Voucher voucher) {
        return jdbc.sql("select v.* from vouchers.voucher v join vouchers.cancellation c on c.voucher_id = v.id "
                + "where v.fund_id = ? and c.entry_id = ? order by v.id").params(fund(), voucher.entryId())
                .query(Vouchers::row).list();
    }

    private Voucher insert(long id, VoucherKind kind, Posted entry, Party party, MonetaryAmount amount, String text,
            Long maker) {
        int year = entry.bookedOn().getYear();
        long number = numbers.next(kind.symbol(), year);
        String written = NumberSeries.written(number, year, kind.symbol());
        jdbc.sql("""
                insert into vouchers.voucher (id, fund_id, kind, year, number, issued_on, entry_id, amount, party,
                                              party_address, party_account, text, made_by, search_text)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, fund(), kind.name(), year, number, entry.bookedOn(), entry.entryId(), Dong.longOf(amount),
                        party.name(), party.address(), party.account(), text, maker,
                        SearchText.of(written, party.name(), text))
                .update();
        return new Voucher(id, kind, written, entry.bookedOn(), entry.entryId(), amount, party, text, maker);
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
