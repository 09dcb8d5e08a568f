package vn.coopfund.risk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** Compares each entry of the fund's provisions with the sub-ledger; the month's case asks for it once they are posted. */
@Act
public class CheckProvisions {

    private final JdbcClient jdbc;

    CheckProvisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal naming the first entry that differs */
    public void check(Subject monthEnd) {
        List<Long> differing = jdbc.sql("""
                with month as (select fund_id from servicing.classification_run where id = :run),
                account as (
                    select unnest((select ledger.accounts(fund_id, 'provision.addition', 'specific') from month)::text[]) as number
                    union select unnest((select ledger.accounts(fund_id, 'provision.addition', 'general') from month)::text[])),
                kept as (
                    select entry_id, sum(case when movement in ('ADDITION', 'RETURN') then amount else -amount end) as amount
                    from risk.provision_movement where fund_id = (select fund_id from month) group by entry_id)
                select kept.entry_id from kept where kept.amount <> (
                    select coalesce(sum(p.credit - p.debit), 0) from ledger.posting p
                    where p.entry_id = kept.entry_id and p.account in (select number from account))
                order by 1""").param("run", monthEnd.id()).query(Long.class).list();
        if (!differing.isEmpty()) {
            throw Refusal.conflict("risk.refused.provision-book", differing.get(0).toString());
        }
    }
}
