package vn.coopfund.treasury;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** What of the entries on a bank's account no line has met yet. */
@Component
class OpenEntries {

    private final JdbcClient jdbc;

    OpenEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In above 0, out below, đồng; 0 for an entry that does not move the account. */
    long open(BankAccount account, long entry) {
        return jdbc.sql("""
                select (coalesce((select sum(debit - credit) from ledger.posting
                                   where entry_id = :entry and fund_id = :fund and account = :account), 0)
                      - coalesce((select sum(amount) from treasury.match
                                   where entry_id = :entry and state = 'STANDS'), 0))::bigint""")
                .param("entry", entry).param("fund", Actors.current().fundId()).param("account", account.ledgerAccount())
                .query(Long.class).single();
    }
}
