package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.Exposures;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.workflow.DecisionTables;

/** Runs the rules and keeps every answer with its figures: as a forecast, and again, frozen, inside a decision. */
@Component
public class Eligibility {

    /** When the rules were asked. */
    public enum Stage { FORECAST, DECISION }

    /**
     * One kept answer. {@code figure} and {@code threshold} may be message keys, marked by a leading {@code #}.
     *
     * @param limit whether it is a limit that a repayment or more capital may open again
     */
    public record Check(String rule, Stage stage, LocalDate checkedOn, String figure, String threshold, boolean passed,
            boolean limit) {

        public String label() {
            return "origination.rule." + rule;
        }

        public String source() {
            return label() + ".source";
        }

        /** The refusal in words, with figure and threshold as its arguments. */
        public String refusal() {
            return label() + ".refusal";
        }
    }

    /** One run over all rules. */
    public record Run(long id, List<Check> checks) {

        public boolean passed() {
            return checks.stream().allMatch(Check::passed);
        }

        public List<Check> failed() {
            return checks.stream().filter(check -> !check.passed()).toList();
        }
    }

    private static final String TABLE = "eligibility";

    private final JdbcClient jdbc;
    private final Borrowers borrowers;
    private final Capital capital;
    private final Exposures exposures;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final DecisionTables tables;

    Eligibility(JdbcClient jdbc, Borrowers borrowers, Capital capital, Exposures exposures,
            LendingRegulations regulations, BusinessDay businessDay, DecisionTables tables) {
        this.jdbc = jdbc;
        this.borrowers = borrowers;
        this.capital = capital;
        this.exposures = exposures;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.tables = tables;
    }

    /** Asks the table of rules for this amount and term, and keeps its answers. */
    @Transactional(propagation = Propagation.MANDATORY)
    Run run(ApplicationView application, Stage stage, MonetaryAmount amount, int termMonths) {
        LocalDate today = businessDay.today();
        EligibilityRule.Facts facts = facts(application, amount, termMonths, today);
        long run = jdbc.sql("select nextval('origination.rule_run_seq')").query(Long.class).single();
        DecisionTables.Answer answer = tables.ask(TABLE, facts.inputs());
        List<Check> checks = new ArrayList<>();
        for (EligibilityRule rule : EligibilityRule.values()) {
            Check check = check(rule, stage, today, facts, answer);
            jdbc.sql("""
                    insert into origination.rule_check (application_id, run, stage, checked_on, rule, sort, figure,
                        threshold, passed, is_limit, table_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(application.id(), run, stage.name(), today, check.rule(), checks.size(), check.figure(),
                            check.threshold(), check.passed(), check.limit(), answer.version()).update();
            checks.add(check);
        }
        return new Run(run, checks);
    }

    /** A rule of which the table says nothing, or two things, decides nothing. */
    private static Check check(EligibilityRule rule, Stage stage, LocalDate today, EligibilityRule.Facts facts,
            DecisionTables.Answer answer) {
        List<Map<String, Object>> rows = answer.rows().stream().filter(row -> rule.name().equals(row.get("rule"))).toList();
        if (rows.size() != 1) {
            throw new IllegalStateException(TABLE + " answers " + rows + " for " + rule);
        }
        return new Check(rule.name(), stage, today, rule.figure(facts), rule.threshold(facts),
                (boolean) rows.get(0).get("passed"), (boolean) rows.get(0).get("limit"));
    }

    private EligibilityRule.Facts facts(ApplicationView application, MonetaryAmount amount, int term, LocalDate today) {
        BorrowerView borrower = borrowers.byId(application.borrowerId());
        Set<Long> group = Set.copyOf(borrowers.relatedGroup(borrower.id()));
        String province = jdbc.sql("select province_code from access.fund where id = ?").param(application.fundId())
                .query(String.class).single();
        return new EligibilityRule.Facts(borrower, province, application.content().totalCost(),
                application.content().ownCapital(), amount, term, capital.actualCharterCapital(today),
                exposures.ofOthers(Set.of(borrower.id()), application.id()), exposures.ofOthers(group, application.id()),
                regulations.on(today));
    }

    /** The latest run, empty before the first. */
    @Transactional(readOnly = true)
    public List<Check> latest(long applicationId) {
        return latest(applicationId, List.of(Stage.values()));
    }

    /** The latest forecast, whatever was decided since. */
    @Transactional(readOnly = true)
    public List<Check> forecast(long applicationId) {
        return latest(applicationId, List.of(Stage.FORECAST));
    }

    private List<Check> latest(long applicationId, List<Stage> stages) {
        return jdbc.sql("""
                select rule, stage, checked_on, figure, threshold, passed, is_limit from origination.rule_check
                where application_id = :id
                  and run = (select max(run) from origination.rule_check where application_id = :id and stage in (:stages))
                order by sort""")
                .param("id", applicationId).param("stages", stages.stream().map(Stage::name).toList())
                .query((row, number) -> new Check(row.getString("rule"), Stage.valueOf(row.getString("stage")),
                        row.getObject("checked_on", LocalDate.class), row.getString("figure"),
                        row.getString("threshold"), row.getBoolean("passed"), row.getBoolean("is_limit"))).list();
    }
}
