package vn.coopfund.treasury;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.Balances;
import vn.coopfund.vouchers.BankAccount;

/** Sets the books beside the statement at the end of a day. */
@Component
public class BankBalance {

    private final JdbcClient jdbc;
    private final Balances balances;

    BankBalance(JdbcClient jdbc, Balances balances) {
        this.jdbc = jdbc;
        this.balances = balances;
    }

    /**
     * The sums of that day; empty where no line with a balance was imported up to then.
     *
     * @param from the day of the first line
     */
    public record At(LocalDate from, LocalDate through, Reconciliation.Figures figures) {
    }

    @Transactional(readOnly = true)
    public Optional<At> of(BankAccount account, LocalDate day) {
        record Edge(LocalDate day, Long balance) {
        }
        Optional<Edge> first = jdbc.sql(FIRST).param("account", account.id()).param("day", day).query(Edge.class).optional();
        Optional<Edge> last = jdbc.sql(LAST).param("account", account.id()).param("day", day).query(Edge.class).optional();
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = first.get().day();
        long before = balances.ofItself(account.ledgerAccount(), from.minusDays(1));
        record Sums(long entries, long lines) {
        }
        Sums sums = jdbc.sql("select (select coalesce(sum(open), 0)::bigint from (" + ENTRIES + ") entries) as entries, "
                        + "(select coalesce(sum(open), 0)::bigint from (" + LINES + ") lines) as lines")
                .param("account", account.id()).param("ledger", account.ledgerAccount()).param("fund", Actors.current().fundId())
                .param("from", from).param("day", day).query(Sums.class).single();
        return Optional.of(new At(from, last.get().day(), new Reconciliation.Figures(balances.ofItself(account.ledgerAccount(), day),
                last.get().balance(), before - first.get().balance(), sums.entries(), sums.lines())));
    }

    /** The lines that are not in the books by that day, then the entries on no statement; oldest first. */
    @Transactional(readOnly = true)
    public List<OpenItem> open(BankAccount account, LocalDate from, LocalDate day) {
        return open(account, from, day, Integer.MAX_VALUE);
    }

    /** The first of them, for a page: just after a large statement there are as many as it has lines. */
    @Transactional(readOnly = true)
    public List<OpenItem> open(BankAccount account, LocalDate from, LocalDate day, int most) {
        return jdbc.sql("select * from (" + LINES + " union all " + ENTRIES + ") items order by line desc, day, id limit :most")
                .param("most", most)
                .param("account", account.id()).param("ledger", account.ledgerAccount()).param("fund", Actors.current().fundId())
                .param("from", from).param("day", day).query(OpenItem.class).list();
    }

    /** The balance before the first line: of that day's lines the one whose start is no other's end. */
    private static final String FIRST = """
            select l.paid_on as day, l.balance - l.amount as balance from treasury.statement_line l
            join treasury.statement s on s.id = l.statement_id
            where l.bank_account_id = :account and l.balance is not null and l.paid_on = (
                select min(paid_on) from treasury.statement_line
                where bank_account_id = :account and balance is not null and paid_on <= :day)
            order by exists (select 1 from treasury.statement_line o where o.bank_account_id = l.bank_account_id
                             and o.paid_on = l.paid_on and o.id <> l.id and o.balance = l.balance - l.amount),
                     l.statement_id, case when s.descending then -l.row_number else l.row_number end limit 1""";
    /** The balance after the last line: of that day's lines the one whose end is no other's start. */
    private static final String LAST = """
            select l.paid_on as day, l.balance from treasury.statement_line l
            join treasury.statement s on s.id = l.statement_id
            where l.bank_account_id = :account and l.balance is not null and l.paid_on = (
                select max(paid_on) from treasury.statement_line
                where bank_account_id = :account and balance is not null and paid_on <= :day)
            order by exists (select 1 from treasury.statement_line o where o.bank_account_id = l.bank_account_id
                             and o.paid_on = l.paid_on and o.id <> l.id and o.balance - o.amount = l.balance),
                     l.statement_id desc, case when s.descending then -l.row_number else l.row_number end desc limit 1""";
    /** Lines through the day less what stands of them in the books through the day. */
    private static final String LINES = """
            select true as line, l.id, l.paid_on as day, l.content as text, l.reference, l.amount,
                   (l.amount - coalesce(met.amount, 0))::bigint as open
            from treasury.statement_line l
            left join (select m.line_id, sum(m.amount) as amount from treasury.match m
                       join ledger.posted_fact f on f.entry_id = m.entry_id
                       where m.state = 'STANDS' and f.booked_on <= :day group by m.line_id) met on met.line_id = l.id
            where l.bank_account_id = :account and l.paid_on <= :day and l.amount <> coalesce(met.amount, 0)""";
    /**
     * Entries booked since the first line, less what of them is on a statement through the day. One booked before and met
     * by a line since is below zero here: it was in the books' balance at the start. An entry and its reversal that both
     * met nothing are none.
     */
    private static final String ENTRIES = """
            select false as line, e.id, e.booked_on as day, e.text, null as reference, moved.amount::bigint,
                   (case when e.booked_on >= :from then moved.amount else 0 end - coalesce(met.amount, 0))::bigint as open
            from (select p.entry_id, p.booked_on, sum(p.debit - p.credit) as amount from ledger.posting p
                  where p.fund_id = :fund and p.account = :ledger and p.booked_on <= :day group by 1, 2) moved
            join ledger.entry e on e.id = moved.entry_id and e.booked_on = moved.booked_on
            join ledger.posted_fact f on f.entry_id = e.id
            left join ledger.posted_fact back on back.reverses = e.id and back.booked_on <= :day
            left join (select m.entry_id, sum(m.amount) as amount from treasury.match m
                       join treasury.statement_line l on l.id = m.line_id
                       where m.state = 'STANDS' and l.paid_on <= :day and l.bank_account_id = :account group by m.entry_id) met on met.entry_id = e.id
            where case when e.booked_on >= :from then moved.amount else 0 end <> coalesce(met.amount, 0)
              and (exists (select 1 from treasury.match m where m.entry_id = e.id and m.state = 'STANDS')
                or not coalesce(e.booked_on >= :from and back.entry_id is not null and not exists (
                       select 1 from treasury.match m where m.entry_id = back.entry_id and m.state = 'STANDS'), false)
               and not (f.reverses is not null
                   and exists (select 1 from ledger.posted_fact origin
                               where origin.entry_id = f.reverses and origin.booked_on >= :from)
                   and not exists (select 1 from treasury.match m where m.entry_id = f.reverses and m.state = 'STANDS')))""";
}
