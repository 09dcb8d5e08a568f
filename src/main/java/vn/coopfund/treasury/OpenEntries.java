package vn.coopfund.treasury;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.vouchers.BankAccount;

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
                      - coalesce((select sum(m.amount) from treasury.match m join treasury.statement_line l on l.id = m.line_id
                                   where m.entry_id = :entry and m.state = 'STANDS' and l.bank_account_id = :bank), 0))::bigint""")
                .param("entry", entry).param("fund", Actors.current().fundId()).param("account", account.ledgerAccount()).param("bank", account.id())
                .query(Long.class).single();
    }
}
