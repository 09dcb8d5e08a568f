package vn.coopfund.ledger;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** All that is asked before a month is closed: of the ledger itself, and of the rooms above. */
@Component
public class PeriodChecks {

    private final ObjectProvider<PeriodCheck> checks;

    PeriodChecks(ObjectProvider<PeriodCheck> checks) {
        this.checks = checks;
    }

    /** One check's answer; {@code key} is what was checked, {@code binds} whether the close waits for it. */
    public record Result(String key, PeriodCheck.Finding finding, boolean binds) {
    }

    /** What binds first. */
    public List<Result> of(YearMonth month) {
        return checks.orderedStream().sorted(Comparator.comparing(PeriodCheck::binds).reversed())
                .map(check -> result(check, month)).toList();
    }

    /** The first that binds and does not agree. */
    Optional<Result> against(YearMonth month) {
        return checks.orderedStream().filter(PeriodCheck::binds).map(check -> result(check, month))
                .filter(result -> !result.finding().agrees()).findFirst();
    }

    private static Result result(PeriodCheck check, YearMonth month) {
        return new Result(check.key(), check.find(month), check.binds());
    }

    /** What the ledger asks itself. */
    @Configuration(proxyBeanMethods = false)
    static class Own {

        /** Debits less credits over all accounts at the month's end. */
        @Bean
        PeriodCheck trialBalanceIsZeroSum(Balances balances) {
            return check("ledger.check.zero-sum", month -> Math.abs(balances.byAccount(month.atEndOfMonth()).values()
                    .stream().reduce(0L, Math::addExact)));
        }

        /** Manual entries of the month that wait for their second person. */
        @Bean
        PeriodCheck nothingWaits(JdbcClient jdbc) {
            return check("ledger.check.nothing-waits", month -> jdbc.sql("""
                    select count(*) from ledger.proposal where fund_id = ? and state = 'PENDING'
                       and kind in ('MANUAL_ENTRY', 'OPENING_BALANCES') and details ->> 'valueDate' like ? || '%'""")
                    .params(Actors.current().fundId(), month.toString()).query(Long.class).single());
        }

        /** Months before it that are not closed hard: they come first. */
        @Bean
        PeriodCheck earlierMonthsAreClosed(JdbcClient jdbc) {
            return check("ledger.check.earlier-closed", month -> jdbc.sql("""
                    select count(*) from ledger.period where fund_id = ? and month < ? and state <> 'CLOSED'""")
                    .params(Actors.current().fundId(), month.atDay(1)).query(Long.class).single());
        }

        private static PeriodCheck check(String key, java.util.function.ToLongFunction<YearMonth> figure) {
            return new PeriodCheck() {
                @Override
                public String key() {
                    return key;
                }

                @Override
                public Finding find(YearMonth month) {
                    return Finding.of(figure.applyAsLong(month));
                }
            };
        }
    }
}
