package vn.coopfund.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.GaugeThresholds;
import vn.coopfund.funding.GaugeThresholds.Gauge;
import vn.coopfund.funding.GaugeThresholds.Threshold;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;

/** The four gauges of Decree 45/2021 art. 46, from the books and the official debt groups each time they are asked for. */
@Component
@Transactional(readOnly = true)
public class Gauges {

    private static final int YEARS_BACK = 4;

    private final Capital capital;
    private final Balances balances;
    private final GaugeThresholds thresholds;
    private final JdbcClient jdbc;
    private final PostingTemplates templates;

    Gauges(Capital capital, Balances balances, GaugeThresholds thresholds, JdbcClient jdbc, PostingTemplates templates) {
        this.capital = capital;
        this.balances = balances;
        this.thresholds = thresholds;
        this.jdbc = jdbc;
        this.templates = templates;
    }

    public List<GaugeReading> on(LocalDate day) {
        List<Figures> ends = new ArrayList<>();
        for (int year = day.getYear() - YEARS_BACK; year < day.getYear(); year++) {
            ends.add(figures(LocalDate.of(year, 12, 31)));
        }
        Figures now = figures(day);
        ends.add(now);
        return Arrays.stream(Gauge.values()).map(gauge -> reading(gauge, now, ends)).toList();
    }

    private GaugeReading reading(Gauge gauge, Figures now, List<Figures> ends) {
        List<GaugeReading.Year> years = ends.stream().map(end -> year(gauge, end)).toList();
        int running = 0;
        for (int at = years.size() - 1; at >= 0 && years.get(at).beyond(); at--) {
            running++;
        }
        Threshold threshold = thresholds.on(gauge, now.on());
        GaugeReading.Year last = years.get(years.size() - 1);
        return new GaugeReading(gauge, now.on(), last.figure(), threshold, last.beyond(), running, now.facts(gauge), years);
    }

    private GaugeReading.Year year(Gauge gauge, Figures end) {
        BigDecimal figure = end.of(gauge);
        return new GaugeReading.Year(end.on().getYear(), figure, gauge.isBeyond(figure, thresholds.on(gauge, end.on()).threshold()));
    }

    private Figures figures(LocalDate on) {
        long result = Dong.longOf(capital.undistributedResult(on));
        record Official(LocalDate asOf, long badDebt) {
        }
        Official official = jdbc.sql("""
                select r.as_of, coalesce(sum(c.principal) filter (where coalesce(o.debt_group, c.debt_group) >= 3), 0)::bigint as bad_debt
                from servicing.classification_run r left join servicing.classification c on c.run_id = r.id
                left join lateral (select debt_group from servicing.classification_override v
                    where v.run_id = c.run_id and v.loan_id = c.loan_id order by v.turn desc limit 1) as o on true
                where r.fund_id = ? and r.state = 'APPROVED' and r.as_of <= ?
                group by r.as_of order by r.as_of desc limit 1""")
                .params(Actors.current().fundId(), on).query(Official.class).optional().orElse(new Official(null, 0));
        return new Figures(on, Dong.longOf(capital.charterCapital(on)), Dong.longOf(capital.actualCharterCapital(on)),
                balances.of(KnownAccount.LOANS, on), balances.creditOfKinds(on, Account.Kind.EQUITY, Account.Kind.INCOME,
                        Account.Kind.EXPENSE, Account.Kind.RESULT), official.asOf(), official.badDebt(), Math.max(0, -result),
                templates.account(KnownAccount.LOANS));
    }

    /** @param asOf the month end of the official groups; null before the first */
    private record Figures(LocalDate on, long charter, long actual, long loans, long equity, LocalDate asOf, long badDebt,
            long deficit, String loanAccount) {

        BigDecimal of(Gauge gauge) {
            return switch (gauge) {
                case CHARTER_CAPITAL -> BigDecimal.valueOf(charter);
                case LOANS_TO_EQUITY -> percent(loans, equity);
                case BAD_DEBT -> percent(badDebt, actual);
                case DEFICIT -> percent(deficit, actual);
            };
        }

        List<GaugeReading.Fact> facts(Gauge gauge) {
            GaugeReading.Fact base = new GaugeReading.Fact("reporting.gauge.fact.actual", actual, "/funding/capital");
            return switch (gauge) {
                case CHARTER_CAPITAL -> List.of(new GaugeReading.Fact("reporting.gauge.fact.charter", charter, "/funding/capital"));
                case LOANS_TO_EQUITY -> List.of(new GaugeReading.Fact("reporting.gauge.fact.loans", loans, "/books/accounts/" + loanAccount),
                        new GaugeReading.Fact("reporting.gauge.fact.equity", equity, "/books/trial-balance?on=" + on));
                case BAD_DEBT -> List.of(new GaugeReading.Fact("reporting.gauge.fact.bad-debt", badDebt,
                        asOf == null ? null : "/risk?asOf=" + asOf), base);
                case DEFICIT -> List.of(new GaugeReading.Fact("reporting.gauge.fact.deficit", deficit, "/books/trial-balance?on=" + on), base);
            };
        }

        /** With two decimals. Of nothing or less than nothing, everything is beyond: 100 percent where there is a part. */
        private static BigDecimal percent(long part, long whole) {
            if (whole <= 0) {
                return part > 0 ? BigDecimal.valueOf(100) : BigDecimal.ZERO;
            }
            return BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        }
    }
}
