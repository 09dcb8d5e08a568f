package vn.coopfund.origination;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RateUnit;

/** The credit decisions. */
@Component
public class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A credit decision; amount in đồng.
     *
     * @param quotedRate the in-term rate as quoted
     * @param ruleRun the run of rules frozen with it, or null for a refusal
     */
    public record Decision(String number, long applicationId, long decidedBy, boolean byCouncil, boolean approved,
            LocalDate decidedOn, MonetaryAmount amount, int termMonths, QuotedRate quotedRate, BigDecimal overdueFactor,
            BigDecimal lateInterestRate, LocalDate validUntil, Long ruleRun, String reason) {
    }

    @Transactional
    void add(Decision decision, Appraisals.Appraisal appraisal, long preparedBy) {
        RateConversion conversion = decision.quotedRate().conversion();
        jdbc.sql("""
                insert into origination.decision (id, application_id, number, appraisal_id, appraised_by, prepared_by,
                    decided_by, by_council, approved, decided_on, amount, term_months, annual_rate, rate_unit,
                    rate_conversion, overdue_factor, late_interest_rate, valid_until, rule_run, reason)
                values (nextval('origination.decision_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(decision.applicationId(), decision.number(), appraisal.id(), appraisal.appraisedBy(),
                        preparedBy, decision.decidedBy(), decision.byCouncil(), decision.approved(),
                        decision.decidedOn(), Dong.longOf(decision.amount()), decision.termMonths(),
                        decision.quotedRate().percent(), decision.quotedRate().unit().name(),
                        conversion == null ? null : conversion.name(), decision.overdueFactor(),
                        decision.lateInterestRate(), decision.validUntil(), decision.ruleRun(), decision.reason()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Decision> of(long applicationId) {
        return jdbc.sql("select * from origination.decision where application_id = ?").param(applicationId)
                .query((row, number) -> new Decision(row.getString("number"), applicationId, row.getLong("decided_by"),
                        row.getBoolean("by_council"), row.getBoolean("approved"),
                        row.getObject("decided_on", LocalDate.class), Dong.of(row.getLong("amount")),
                        row.getInt("term_months"), quotedRate(row), row.getBigDecimal("overdue_factor"),
                        row.getBigDecimal("late_interest_rate"), row.getObject("valid_until", LocalDate.class),
                        row.getObject("rule_run", Long.class), row.getString("reason")))
                .optional();
    }

    private static QuotedRate quotedRate(ResultSet row) throws SQLException {
        String conversion = row.getString("rate_conversion");
        return new QuotedRate(row.getBigDecimal("annual_rate"), RateUnit.valueOf(row.getString("rate_unit")),
                conversion == null ? null : RateConversion.valueOf(conversion));
    }
}
