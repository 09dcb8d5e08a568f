package vn.coopfund.origination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;

/** The reports of applications: one is written at a time; sealed, it changes no more, and a file that comes back gets a further round. */
@Component
public class AppraisalReports {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final BusinessDay businessDay;

    AppraisalReports(JdbcClient jdbc, ObjectMapper json, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.json = json;
        this.businessDay = businessDay;
    }

    /**
     * A report as it is kept.
     *
     * @param round   1 for the first, one more each time the file comes back
     * @param version one more with every save
     * @param number  null while it is written; figures and score likewise
     */
    public record Kept(long id, long applicationId, int round, int version, long savedBy, LocalDate savedOn,
            AppraisalReport content, Long appraisalId, String number, AppraisalFigures.Figures figures,
            AppraisalScore.Score score) {

        public boolean isSealed() {
            return appraisalId != null;
        }
    }

    @Transactional(readOnly = true)
    public Optional<Kept> latest(long applicationId) {
        return jdbc.sql("select * from origination.appraisal_report where application_id = ? order by round desc limit 1")
                .param(applicationId).query(this::read).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> round(long applicationId, int round) {
        return jdbc.sql("select * from origination.appraisal_report where application_id = ? and round = ?")
                .params(applicationId, round).query(this::read).optional();
    }

    /** The sealed one that belongs to an appraisal; there is none of a time before there were reports. */
    @Transactional(readOnly = true)
    public Optional<Kept> of(Appraisals.Appraisal appraisal) {
        return jdbc.sql("select * from origination.appraisal_report where appraisal_id = ?").param(appraisal.id())
                .query(this::read).optional();
    }

    /** The rounds that are sealed, oldest first. */
    @Transactional(readOnly = true)
    public List<Kept> sealed(long applicationId) {
        return jdbc.sql("select * from origination.appraisal_report where application_id = ? and appraisal_id is not null "
                + "order by round").param(applicationId).query(this::read).list();
    }

    /** Holds all reports of an application until the transaction ends: what is asked after it still holds when it writes. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(long applicationId) {
        jdbc.sql("select id from origination.application where id = ? for update").param(applicationId).query(Long.class).single();
    }

    /** The report to write on, held until the transaction ends: begun where there is none, else what the last one said. */
    @Transactional(propagation = Propagation.MANDATORY)
    Kept open(long applicationId) {
        hold(applicationId);
        Kept last = latest(applicationId).orElse(null);
        if (last != null && !last.isSealed()) {
            return last;
        }
        int round = last == null ? 1 : last.round() + 1;
        long id = jdbc.sql("select nextval('origination.appraisal_report_seq')").query(Long.class).single();
        jdbc.sql("insert into origination.appraisal_report (id, application_id, round, version, saved_by, saved_on) "
                        + "values (?, ?, ?, 0, ?, ?)")
                .params(id, applicationId, round, Actors.current().id(), businessDay.today()).update();
        return new Kept(id, applicationId, round, 0, Actors.current().id(), businessDay.today(),
                last == null ? AppraisalReport.EMPTY : last.content(), null, null, null, null);
    }

    /** Writes the whole of it over what was there. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Kept kept, AppraisalReport now) {
        AppraisalReport.Business business = now.business();
        AppraisalReport.View view = now.view();
        jdbc.sql("""
                update origination.appraisal_report set version = version + 1, saved_by = ?, saved_on = ?, member_count = ?,
                    members = ?, manager_years = ?, management = ?, project = ?, market = ?, debts_checked_on = ?,
                    strengths = ?, risks = ?, conditions = ?, proposal = ? where id = ?""")
                .params(Arrays.asList(Actors.current().id(), businessDay.today(), business.memberCount(), business.members(),
                        business.managerYears(), business.management(), business.project(), business.market(),
                        now.debts().checkedOn(), view.strengths(), view.risks(), view.conditions(), view.proposal(), kept.id()))
                .update();
        replace(kept.id(), "appraisal_legal", now.legal().stream()
                .map(one -> Arrays.<Object>asList(one.paper().name(), one.seen(), one.remark())).toList());
        replace(kept.id(), "appraisal_finance", now.finance().stream()
                .map(one -> Arrays.<Object>asList(one.year(), dong(one.currentAssets()), dong(one.longAssets()),
                        dong(one.shortDebt()), dong(one.longDebt()), dong(one.equity()), dong(one.revenue()),
                        dong(one.expenses()))).toList());
        replace(kept.id(), "appraisal_cash", now.cash().stream()
                .map(one -> Arrays.<Object>asList(one.quarter(), dong(one.income()), dong(one.cost()))).toList());
        List<List<Object>> debts = new ArrayList<>();
        now.debts().items().forEach(one -> debts.add(Arrays.asList(debts.size() + 1, one.lender(), dong(one.amount()),
                one.debtGroup())));
        replace(kept.id(), "appraisal_debt", debts);
    }

    private void replace(long report, String table, List<List<Object>> rows) {
        jdbc.sql("delete from origination." + table + " where report_id = ?").param(report).update();
        rows.forEach(row -> {
            List<Object> values = new ArrayList<>(List.of(report));
            values.addAll(row);
            jdbc.sql("insert into origination." + table + " values (?" + ", ?".repeat(row.size()) + ")").params(values).update();
        });
    }

    /** From here on it stands as it is: with the appraisal it belongs to, and what was worked out from it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void seal(Kept kept, long appraisalId, String number, AppraisalFigures.Figures figures, AppraisalScore.Score score) {
        replace(kept.id(), "appraisal_score", score.lines().stream().map(line -> Arrays.<Object>asList(line.factor().name(),
                line.factor().ordinal(), line.value(), line.points(), line.weight())).toList());
        jdbc.sql("""
                update origination.appraisal_report set version = version + 1, appraisal_id = ?, number = ?,
                    figures = ?::jsonb, score_model = ?, score_total = ?, score_band = ? where id = ?""")
                .params(appraisalId, number, written(figures), score.tableVersion(), score.total(), score.band(), kept.id())
                .update();
    }

    private Kept read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Kept(id, row.getLong("application_id"), row.getInt("round"), row.getInt("version"),
                row.getLong("saved_by"), row.getObject("saved_on", LocalDate.class), content(id, row),
                row.getObject("appraisal_id", Long.class), row.getString("number"), figures(row.getString("figures")),
                score(id, row));
    }

    private AppraisalReport content(long id, ResultSet row) throws SQLException {
        return new AppraisalReport(
                jdbc.sql("select paper, seen, remark from origination.appraisal_legal where report_id = ?").param(id)
                        .query(AppraisalReport.LegalPaper.class).list(),
                new AppraisalReport.Business(row.getObject("member_count", Integer.class), row.getString("members"),
                        row.getObject("manager_years", Integer.class), row.getString("management"),
                        row.getString("project"), row.getString("market")),
                jdbc.sql("select * from origination.appraisal_finance where report_id = ? order by year").param(id)
                        .query((line, at) -> new AppraisalReport.FinanceYear(line.getInt("year"), amount(line, "current_assets"),
                                amount(line, "long_assets"), amount(line, "short_debt"), amount(line, "long_debt"),
                                amount(line, "equity"), amount(line, "revenue"), amount(line, "expenses"))).list(),
                jdbc.sql("select * from origination.appraisal_cash where report_id = ? order by quarter").param(id)
                        .query((line, at) -> new CashQuarter(line.getInt("quarter"), amount(line, "income"),
                                amount(line, "cost"))).list(),
                new AppraisalReport.Debts(row.getObject("debts_checked_on", LocalDate.class),
                        jdbc.sql("select * from origination.appraisal_debt where report_id = ? order by sort").param(id)
                                .query((line, at) -> new AppraisalReport.OtherDebt(line.getString("lender"),
                                        amount(line, "amount"), line.getObject("debt_group", Integer.class))).list()),
                new AppraisalReport.View(row.getString("strengths"), row.getString("risks"), row.getString("conditions"),
                        row.getString("proposal")));
    }

    private AppraisalScore.Score score(long id, ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal("score_total");
        return total == null ? null : new AppraisalScore.Score(
                jdbc.sql("select * from origination.appraisal_score where report_id = ?").param(id)
                        .query((line, at) -> new AppraisalScore.Line(AppraisalScore.Factor.valueOf(line.getString("factor")),
                                line.getObject("value", Long.class), line.getInt("points"), line.getInt("weight"))).list()
                        .stream().sorted(Comparator.comparing(AppraisalScore.Line::factor)).toList(),
                row.getInt("score_model"), total, row.getString("score_band"));
    }

    private AppraisalFigures.Figures figures(String kept) {
        try {
            return kept == null ? null : json.readValue(kept, AppraisalFigures.Figures.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String written(AppraisalFigures.Figures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MonetaryAmount amount(ResultSet row, String column) throws SQLException {
        Long dong = row.getObject(column, Long.class);
        return dong == null ? null : Dong.of(dong);
    }

    private static Long dong(MonetaryAmount amount) {
        return amount == null ? null : Dong.longOf(amount);
    }
}
