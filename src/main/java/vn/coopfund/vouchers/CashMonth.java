package vn.coopfund.vouchers;

import java.time.YearMonth;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.PeriodCheck;
import vn.coopfund.ledger.PostingTemplates;

/** What of orders and cash is usually done before a month is closed. */
@Configuration(proxyBeanMethods = false)
class CashMonth {

    private final JdbcClient jdbc;
    private final PostingTemplates templates;

    CashMonth(JdbcClient jdbc, PostingTemplates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    /** Orders of the month that are neither carried out nor declined. */
    @Bean
    PeriodCheck ordersAreDone() {
        return PeriodCheck.advice("vouchers.check.orders", month -> count(month, """
                select count(*) from vouchers.money_order o where o.fund_id = :fund and o.state in ('PENDING', 'CHECKED')
                   and o.value_date between :first and :last"""));
    }

    @Bean
    PeriodCheck cashierHasSigned() {
        return PeriodCheck.advice("vouchers.check.signatures", month -> count(month, """
                select count(*) from vouchers.voucher v where v.fund_id = :fund and v.issued_on between :first and :last
                   and
                """ + CashSignatures.UNSIGNED));
    }

    /** Days of the month on which cash moved and nobody counted it. */
    @Bean
    PeriodCheck cashIsCounted() {
        return PeriodCheck.advice("vouchers.check.counts", month -> count(month, """
                select count(distinct p.booked_on) from ledger.posting p where p.fund_id = :fund and p.account in (:cash)
                   and p.booked_on between :first and :last and not exists (select 1 from vouchers.cash_count c
                       where c.fund_id = p.fund_id and c.day = p.booked_on)"""));
    }

    private long count(YearMonth month, String sql) {
        return jdbc.sql(sql).params(Map.of("fund", Actors.current().fundId(), "first", month.atDay(1),
                "last", month.atEndOfMonth(), "cash", templates.accounts(KnownAccount.CASH))).query(Long.class).single();
    }
}
