package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.RegulationConfirmed;

/**
 * From the day of a confirmed regulation its set of rules groups the debts, in the transaction that confirms it; days
 * before keep theirs, and the months that an upgrade takes stay as they were.
 */
@Component
class ChooseDebtRules {

    private final JdbcClient jdbc;

    ChooseDebtRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void choose(RegulationConfirmed confirmed) {
        LendingRegulation regulation = confirmed.regulation();
        LocalDate from = regulation.inForceFrom();
        jdbc.sql("delete from servicing.classification_set where fund_id = ? and in_force_from > ?")
                .params(Actors.current().fundId(), from).update();
        jdbc.sql("""
                insert into servicing.classification_set
                select fund_id, :from, :rules, upgrade_months, upgrade_months_short_term, :paper
                from (select * from servicing.classification_set where fund_id = :fund and in_force_from <= :from
                      order by in_force_from desc limit 1) as before
                where before.rule_set <> :rules
                on conflict (fund_id, in_force_from) do update set rule_set = excluded.rule_set, paper = excluded.paper""")
                .param("fund", Actors.current().fundId()).param("from", from)
                .param("rules", regulation.debtRules().name()).param("paper", regulation.paper()).update();
    }
}
