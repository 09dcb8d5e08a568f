package vn.coopfund.treasury;

import java.time.YearMonth;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.PeriodCheck;

/** What of the bank is usually done before a month is closed. */
@Configuration(proxyBeanMethods = false)
class BankMonth {

    private final JdbcClient jdbc;

    BankMonth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lines of the month of which something has no owner yet. */
    @Bean
    PeriodCheck linesAreMatched() {
        return PeriodCheck.advice("treasury.check.lines", month -> count(month, """
                select count(*) from treasury.statement_line l join treasury.line_standing s on s.line_id = l.id
                where l.fund_id = :fund and l.paid_on between :first and :last and s.state in ('NEW', 'UNKNOWN', 'PARTLY')"""));
    }

    /** Accounts of the fund without a signed reconciliation as at the month's last day or later. */
    @Bean
    PeriodCheck accountsAreReconciled() {
        return PeriodCheck.advice("treasury.check.reconciled", month -> count(month, """
                select count(*) from vouchers.bank_account a where a.fund_id = :fund and :first <= :last
                   and not exists (select 1 from treasury.reconciliation r
                       where r.bank_account_id = a.id and r.state = 'SIGNED' and r.day >= :last)"""));
    }

    private long count(YearMonth month, String sql) {
        return jdbc.sql(sql).params(Map.of("fund", Actors.current().fundId(), "first", month.atDay(1),
                "last", month.atEndOfMonth())).query(Long.class).single();
    }
}
