package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.web.PageOf;

/** The cash book (sổ quỹ tiền mặt): cash movement by movement with the cash left after each. */
@Component
public class CashBook {

    private final JdbcClient jdbc;
    private final Balances balances;
    private final PostingTemplates templates;

    CashBook(JdbcClient jdbc, Balances balances, PostingTemplates templates) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.templates = templates;
    }

    /**
     * A movement of cash.
     *
     * @param voucher number of its paper; null where there is none
     * @param balance after it
     * @param last    whether it is the last of its day
     */
    public record Line(LocalDate day, Long voucherId, String voucher, long entryId, String text, long in, long out,
            long balance, boolean last) {
    }

    /** Cash before the first day, what came and went, and what is left. */
    public record Sum(long opening, long in, long out) {

        public long closing() {
            return opening + in - out;
        }
    }

    public Sum sum(LocalDate from, LocalDate to) {
        long opening = balances.of(KnownAccount.CASH, from.minusDays(1));
        return bind("select coalesce(sum(p.debit), 0)::bigint, coalesce(sum(p.credit), 0)::bigint " + FROM, from, to)
                .query((row, number) -> new Sum(opening, row.getLong(1), row.getLong(2))).single();
    }

    public PageOf<Line> lines(LocalDate from, LocalDate to, PageOf.Wish wish) {
        long total = bind("select count(*) " + FROM, from, to).query(Long.class).single();
        List<Line> lines = bind(LINES + " limit :size offset :offset", from, to)
                .param("opening", balances.of(KnownAccount.CASH, from.minusDays(1))).param("size", wish.size())
                .param("offset", wish.offset()).query((row, number) -> {
                    VoucherKind kind = row.getString("kind") == null ? null : VoucherKind.valueOf(row.getString("kind"));
                    return new Line(row.getObject("booked_on", LocalDate.class), row.getObject("voucher_id", Long.class),
                            kind == null ? null : NumberSeries.written(row.getLong("number"), row.getInt("year"), kind.symbol()),
                            row.getLong("entry_id"), row.getString("text"), row.getLong("debit"), row.getLong("credit"),
                            row.getLong("balance"), row.getBoolean("last"));
                }).list();
        return new PageOf<>(lines, wish.page(), wish.size(), total);
    }

    private JdbcClient.StatementSpec bind(String sql, LocalDate from, LocalDate to) {
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("from", from).param("to", to)
                .param("cash", templates.accounts(KnownAccount.CASH));
    }

    private static final String FROM = """
            from ledger.posting p join ledger.entry e on e.id = p.entry_id and e.booked_on = p.booked_on
            where p.fund_id = :fund and p.account in (:cash) and p.booked_on between :from and :to""";
    private static final String LINES = """
            select l.*, v.id as voucher_id, v.kind, v.number, v.year from (
                select p.booked_on, p.entry_id, p.line_number, e.text, p.debit, p.credit,
                       (:opening + sum(p.debit - p.credit) over (order by p.booked_on, p.entry_id, p.line_number))::bigint as balance,
                       lead(p.booked_on) over (order by p.booked_on, p.entry_id, p.line_number) is distinct from p.booked_on as last
                """ + FROM + """
            ) as l left join vouchers.voucher v on v.entry_id = l.entry_id
                 and v.kind = case when l.debit > 0 then 'RECEIPT' else 'PAYMENT' end
            order by l.booked_on, l.entry_id, l.line_number""";
}
