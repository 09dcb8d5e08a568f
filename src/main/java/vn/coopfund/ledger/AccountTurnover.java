package vn.coopfund.ledger;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each account stood at before a day and moved since, at any date, without reading all postings: whole months from
 * the period balances, what is posted and not counted there yet from the queue, the rest of the last month from the
 * postings. One statement, so that it sees each entry once whatever is being posted or sealed meanwhile.
 */
final class AccountTurnover {

    /** Table {@code moved(account, opening, debit, credit)}; opening is debits less credits before {@code :first}. */
    static final String MOVED = """
            moved as (
                select account, coalesce(sum(debit - credit) filter (where day < :first), 0)::bigint as opening,
                       coalesce(sum(debit) filter (where day >= :first), 0)::bigint as debit,
                       coalesce(sum(credit) filter (where day >= :first), 0)::bigint as credit
                from (select b.account, b.month as day, b.debit, b.credit from ledger.period_balance b
                      where b.fund_id = :fund and b.month < :open
                      union all
                      select p.account, p.booked_on, p.debit, p.credit
                      from ledger.unsealed u join ledger.posting p on p.entry_id = u.entry_id and p.booked_on = u.booked_on
                      where u.fund_id = :fund and u.kind = 'ENTRY' and u.booked_on < :open
                      union all
                      select a.code, :day::date, p.debit, p.credit
                      from ledger.account a cross join lateral (
                          select sum(debit) as debit, sum(credit) as credit from ledger.posting
                          where fund_id = a.fund_id and account = a.code and booked_on >= :open and booked_on <= :day) as p
                      where a.fund_id = :fund and p.debit is not null) as part(account, day, debit, credit)
                group by account)""";

    private AccountTurnover() {
    }

    /** Binds it for the balances at the end of a day; {@code first} lies not after the day's month. */
    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, long fund, LocalDate first, LocalDate on) {
        LocalDate next = on.plusDays(1);
        return sql.param("fund", fund).param("first", first).param("day", on)
                .param("open", next.getDayOfMonth() == 1 ? next : on.withDayOfMonth(1));
    }
}
