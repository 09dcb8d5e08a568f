package vn.coopfund.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.collateral.CountedShare;

/** The rates of provision and the haircuts of collateral, as dated rows (Decree 86/2024/NĐ-CP art. 4). */
@Component
class ProvisionRates implements CountedShare {

    /** Percent of principal: {@code specific} after collateral, {@code general} on all of it. */
    record Rate(int debtGroup, BigDecimal specific, BigDecimal general) {
    }

    private final JdbcClient jdbc;

    ProvisionRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By debt group, of a set of rules, on a day. */
    Map<Integer, Rate> on(LocalDate day, String ruleSet) {
        return jdbc.sql("""
                select distinct on (debt_group) debt_group, specific, general from risk.provision_rate
                where fund_id = ? and rule_set = ? and in_force_from <= ? order by debt_group, in_force_from desc""")
                .params(Actors.current().fundId(), ruleSet, day).query(Rate.class).list().stream()
                .collect(Collectors.toMap(Rate::debtGroup, rate -> rate));
    }

    /** How much of its value an item counts for, percent, by its kind. */
    @Override
    public Map<String, BigDecimal> counted(LocalDate day) {
        record Counted(String kind, BigDecimal counted) {
        }
        return jdbc.sql("""
                select distinct on (kind) kind, counted from risk.collateral_rate
                where fund_id = ? and in_force_from <= ? order by kind, in_force_from desc""")
                .params(Actors.current().fundId(), day).query(Counted.class).list().stream()
                .collect(Collectors.toMap(Counted::kind, Counted::counted));
    }
}
