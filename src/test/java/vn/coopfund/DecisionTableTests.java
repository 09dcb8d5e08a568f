package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** Every row of the tables of business, asked on the bare DMN engine; a row that no case hits fails its table's test. */
class DecisionTableTests {

    private final Map<String, Set<String>> hit = new HashMap<>();
    private final DmnEngine engine = engine();

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::keep));
        return configuration.buildEngine();
    }

    private void keep(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule ->
                hit.computeIfAbsent(event.getDecisionTable().getKey(), table -> new HashSet<>()).add(rule.getId()));
    }

    @Test
    void authorityIsTheDirectorsUpToTheLimitOfItsSecurity() {
        for (String kind : List.of("COOPERATIVE", "UNION", "PERSON")) {
            assertThat(isDirectors(300, true, kind)).as(kind).isTrue();
            assertThat(isDirectors(301, true, kind)).as(kind).isFalse();
            assertThat(isDirectors(100, false, kind)).as(kind).isTrue();
            assertThat(isDirectors(101, false, kind)).as(kind).isFalse();
        }
        hitsEveryRowOf("approval-authority");
    }

    private boolean isDirectors(long amount, boolean secured, String borrowerKind) {
        return (boolean) one("approval-authority", Map.of("amount", amount, "secured", secured, "borrowerKind", borrowerKind,
                "securedLimit", 300L, "unsecuredLimit", 100L)).get("withinAuthority");
    }

    @Test
    void scoreGivesEachFactorOnePlaceOnItsScale() {
        scale("ownShare", "OWN_SHARE", 15, "50:100 49:70 30:70 29:40 20:40 19:0 -1:0");
        scale("lowestCover", "LOWEST_COVER", 25, "150:100 149:70 120:70 119:40 100:40 99:0 -40:0");
        scale("debtToEquity", "DEBT_TO_EQUITY", 15, "0:100 100:100 101:60 200:60 201:30 300:30 301:0");
        scale("currentRatio", "CURRENT_RATIO", 10, "150:100 149:60 100:60 99:0");
        scale("margin", "MARGIN", 10, "15:100 14:60 5:60 4:30 0:30 -1:0");
        scale("collateralCover", "COLLATERAL_COVER", 15, "200:100 199:80 150:80 149:50 100:50 99:0 0:0");
        scale("papersSeen", "PAPERS_SEEN", 5, "4:100 3:50 2:0 0:0");
        scale("worstGroup", "WORST_GROUP", 5, "0:100 1:100 2:30 3:0 5:0");
        assertThat(15 + 25 + 15 + 10 + 10 + 15 + 5 + 5).as("the weights together").isEqualTo(100);
        hitsEveryRowOf("appraisal-score");
    }

    /** {@code steps}: value and points, and that no figure gives no points. */
    private void scale(String input, String factor, long weight, String steps) {
        for (String step : steps.split(" ")) {
            String[] parts = step.split(":");
            assertThat(points(input, Long.valueOf(parts[0]), factor)).as(factor + " at " + parts[0])
                    .containsEntry("points", Long.valueOf(parts[1])).containsEntry("weight", weight);
        }
        assertThat(points(input, null, factor)).as("no " + factor).containsEntry("points", 0L).containsEntry("weight", weight);
    }

    private Map<String, Object> points(String input, Long value, String factor) {
        Map<String, Object> inputs = new HashMap<>();
        List.of("ownShare", "lowestCover", "debtToEquity", "currentRatio", "margin", "collateralCover", "papersSeen",
                "worstGroup").forEach(name -> inputs.put(name, null));
        inputs.put(input, value);
        List<Map<String, Object>> rows = all("appraisal-score", inputs);
        assertThat(rows).hasSize(8);
        return rows.stream().filter(row -> factor.equals(row.get("factor"))).findFirst().orElseThrow();
    }

    @Test
    void bandFollowsTheTotal() {
        Map.of(100, "A", 80, "A", 79, "B", 65, "B", 64, "C", 50, "C", 49, "D", 0, "D").forEach((total, band) ->
                assertThat(one("appraisal-band", Map.of("total", (long) total))).as("of " + total).containsEntry("band", band));
        hitsEveryRowOf("appraisal-band");
    }

    @Test
    void eligibilitySaysOfEveryRuleWhetherItPasses() {
        assertThat(failed(Map.of())).isEmpty();
        assertThat(failed(Map.of("borrowerKindAllowed", false))).containsExactly("BORROWER_KIND");
        assertThat(failed(Map.of("insideProvince", false))).containsExactly("INSIDE_PROVINCE");
        assertThat(failed(Map.of("ownCapital", 199L))).containsExactly("OWN_CAPITAL");
        assertThat(failed(Map.of("loanAndOwnCapital", 1001L))).containsExactly("WITHIN_COST");
        assertThat(failed(Map.of("termMonths", 61L))).containsExactly("TERM");
        assertThat(failed(Map.of("customerExposure", 3001L))).containsExactly("CUSTOMER_LIMIT");
        assertThat(failed(Map.of("groupExposure", 5001L))).containsExactly("GROUP_LIMIT");
        assertThat(all("eligibility", facts(Map.of())).stream().filter(row -> (boolean) row.get("limit"))
                .map(row -> row.get("rule"))).containsExactly("CUSTOMER_LIMIT", "GROUP_LIMIT");
        hitsEveryRowOf("eligibility");
    }

    /** All thresholds are just met unless a case says otherwise. */
    private static Map<String, Object> facts(Map<String, ?> but) {
        Map<String, Object> facts = new HashMap<>(Map.of("borrowerKindAllowed", true, "insideProvince", true,
                "ownCapital", 200L, "leastOwnCapital", 200L, "loanAndOwnCapital", 1000L, "totalCost", 1000L));
        facts.putAll(Map.of("termMonths", 60L, "longestTermMonths", 60L, "customerExposure", 3000L, "customerLimit", 3000L,
                "groupExposure", 5000L, "groupLimit", 5000L));
        facts.putAll(but);
        return facts;
    }

    private List<Object> failed(Map<String, ?> but) {
        List<Map<String, Object>> rows = all("eligibility", facts(but));
        assertThat(rows).as("one answer for each rule").hasSize(7);
        return rows.stream().filter(row -> !(boolean) row.get("passed")).map(row -> row.get("rule")).toList();
    }

    @Test
    void checklistFollowsBorrowerSecurityAmountAndDesk() {
        assertThat(required("COOPERATIVE", "UNSECURED", 100, false))
                .containsExactlyInAnyOrder("REGISTRATION", "CHARTER", "MINUTES", "BUSINESS_PLAN", "FINANCIAL_STATEMENT");
        assertThat(required("UNION", "MORTGAGE", 100, true)).contains("REGISTRATION", "COLLATERAL_PAPER", "SIGNED_APPLICATION");
        assertThat(required("PERSON", "PLEDGE", 100, false))
                .containsExactlyInAnyOrder("IDENTITY", "MEMBERSHIP", "BUSINESS_PLAN", "COLLATERAL_PAPER");
        assertThat(listed("COOPERATIVE", "MORTGAGE", 301)).contains("VALUATION");
        assertThat(listed("COOPERATIVE", "MORTGAGE", 300)).doesNotContain("VALUATION", "GUARANTEE_PAPER");
        assertThat(listed("COOPERATIVE", "GUARANTEE", 301)).contains("GUARANTEE_PAPER").doesNotContain("VALUATION");
        assertThat(listed("PERSON", "UNSECURED", 1)).contains("FIELD_VISIT", "SIGNED_CONTRACT", "OTHER", "COLLATERAL_PAPER");
        hitsEveryRowOf("document-checklist");
    }

    private List<Object> required(String borrower, String security, long amount, boolean walkIn) {
        return papers(borrower, security, amount, walkIn).stream().filter(row -> (boolean) row.get("required"))
                .map(row -> row.get("kind")).toList();
    }

    private List<Object> listed(String borrower, String security, long amount) {
        List<Object> kinds = papers(borrower, security, amount, false).stream().map(row -> row.get("kind")).toList();
        assertThat(kinds).as("no paper twice").doesNotHaveDuplicates();
        return kinds;
    }

    private List<Map<String, Object>> papers(String borrower, String security, long amount, boolean walkIn) {
        return all("document-checklist", Map.of("borrowerKind", borrower, "securityKind", security, "amount", amount,
                "directorLimit", 300L, "walkIn", walkIn));
    }

    private Map<String, Object> one(String table, Map<String, ?> inputs) {
        List<Map<String, Object>> rows = all(table, inputs);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<Map<String, Object>> all(String table, Map<String, ?> inputs) {
        try (InputStream model = new FileInputStream("bpmn/" + table + ".dmn")) {
            return new ArrayList<>(engine.evaluateDecisionTable(engine.parseDecision(table, model), new HashMap<>(inputs))
                    .getResultList());
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private void hitsEveryRowOf(String table) {
        Set<String> rows = Dmn.readModelFromFile(new File("bpmn/" + table + ".dmn")).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId).collect(Collectors.toSet());
        assertThat(hit.getOrDefault(table, Set.of())).as("rows of " + table + " that a case hits").isEqualTo(rows);
    }
}
