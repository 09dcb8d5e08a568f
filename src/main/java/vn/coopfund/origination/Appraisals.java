package vn.coopfund.origination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** The appraisals of applications; a file that comes back gets a further one. */
@Component
public class Appraisals {

    private final JdbcClient jdbc;

    Appraisals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the appraiser found.
     *
     * @param collateralValue    as appraised, đồng
     * @param proposedTermMonths months
     */
    public record Appraisal(long id, long applicationId, long appraisedBy, LocalDate appraisedOn, LocalDate visitedOn,
            Long visitedWith, String planOpinion, String cashFlowOpinion, MonetaryAmount collateralValue,
            boolean badDebtFound, boolean proposesLending, MonetaryAmount proposedAmount, int proposedTermMonths,
            String comment) {
    }

    @Transactional
    long add(Appraisal found) {
        long id = jdbc.sql("select nextval('origination.appraisal_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into origination.appraisal (id, application_id, appraised_by, appraised_on, visited_on,
                    visited_with, plan_opinion, cash_flow_opinion, collateral_value, bad_debt_found, proposes_lending,
                    proposed_amount, proposed_term_months, comment)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, found.applicationId(), found.appraisedBy(), found.appraisedOn(), found.visitedOn(),
                        found.visitedWith(), found.planOpinion(), found.cashFlowOpinion(),
                        Dong.longOf(found.collateralValue()), found.badDebtFound(), found.proposesLending(),
                        Dong.longOf(found.proposedAmount()), found.proposedTermMonths(), found.comment()))
                .update();
        return id;
    }

    /** No lending to who has bad debt at a credit institution (Decree 45/2021/NĐ-CP art. 22). */
    void refuseBadDebt(long applicationId) {
        if (latest(applicationId).orElseThrow().badDebtFound()) {
            throw Refusal.invalid("outcome", "origination.bad-debt.no-approval");
        }
    }

    /** The appraisal that counts: the latest. */
    @Transactional(readOnly = true)
    public Optional<Appraisal> latest(long applicationId) {
        return jdbc.sql("select * from origination.appraisal where application_id = ? order by id desc limit 1")
                .param(applicationId).query(Appraisals::read).optional();
    }

    @Transactional(readOnly = true)
    Appraisal byId(long id) {
        return jdbc.sql("select * from origination.appraisal where id = ?").param(id).query(Appraisals::read).single();
    }

    private static Appraisal read(ResultSet row, int number) throws SQLException {
        return new Appraisal(row.getLong("id"), row.getLong("application_id"),
                        row.getLong("appraised_by"), row.getObject("appraised_on", LocalDate.class),
                        row.getObject("visited_on", LocalDate.class), row.getObject("visited_with", Long.class),
                        row.getString("plan_opinion"), row.getString("cash_flow_opinion"),
                        Dong.of(row.getLong("collateral_value")), row.getBoolean("bad_debt_found"),
                        row.getBoolean("proposes_lending"), Dong.of(row.getLong("proposed_amount")),
                        row.getInt("proposed_term_months"), row.getString("comment"));
    }
}
