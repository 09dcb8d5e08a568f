package vn.coopfund.origination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.workflow.DecisionTables;

/** The score that {@code bpmn/appraisal-score.dmn} gives the figures of a report. It informs; nothing is decided by it. */
@Component
public class AppraisalScore {

    private static final String SCORE = "appraisal-score";
    private static final String BAND = "appraisal-band";

    private final DecisionTables tables;

    AppraisalScore(DecisionTables tables) {
        this.tables = tables;
    }

    /** What the score looks at, in the order in which it is shown; each names the table's input. */
    public enum Factor {
        OWN_SHARE("ownShare"), LOWEST_COVER("lowestCover"), DEBT_TO_EQUITY("debtToEquity"), CURRENT_RATIO("currentRatio"),
        MARGIN("margin"), COLLATERAL_COVER("collateralCover"), PAPERS_SEEN("papersSeen"), WORST_GROUP("worstGroup");

        private final String input;

        Factor(String input) {
            this.input = input;
        }

        /** Whether its figure is a share rather than a count. */
        public boolean isPercent() {
            return this != PAPERS_SEEN && this != WORST_GROUP;
        }

        public String key() {
            return "origination.score.factor." + name();
        }
    }

    /**
     * One factor of a score.
     *
     * @param value  whole percent, or a count; null where the figure is missing, which earns nothing
     * @param points 0 to 100
     * @param weight percent of the whole
     */
    public record Line(Factor factor, Long value, int points, int weight) {

        /** What it adds to the total, exact. */
        public BigDecimal worth() {
            return BigDecimal.valueOf((long) points * weight, 2);
        }
    }

    /** @param tableVersion the version of the table that gave the points */
    public record Score(List<Line> lines, int tableVersion, BigDecimal total, String band) {

        public List<Line> missing() {
            return lines.stream().filter(line -> line.value() == null).toList();
        }
    }

    /** @param figures by factor; what is not known is absent or null */
    Score of(Map<Factor, Long> figures) {
        Map<String, Object> inputs = new HashMap<>();
        List.of(Factor.values()).forEach(factor -> inputs.put(factor.input, figures.get(factor)));
        DecisionTables.Answer answer = tables.ask(SCORE, inputs);
        List<Line> lines = List.of(Factor.values()).stream().map(factor -> line(factor, figures.get(factor), answer)).toList();
        BigDecimal total = lines.stream().map(Line::worth).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        String band = (String) tables.ask(BAND, Map.of("total", total.setScale(0, RoundingMode.DOWN).longValueExact()))
                .rows().get(0).get("band");
        return new Score(lines, answer.version(), total, band);
    }

    private static Line line(Factor factor, Long value, DecisionTables.Answer answer) {
        Map<String, Object> row = answer.rows().stream().filter(one -> factor.name().equals(one.get("factor")))
                .findFirst().orElseThrow(() -> new IllegalStateException(SCORE + " has no row for " + factor));
        return new Line(factor, value, ((Number) row.get("points")).intValue(), ((Number) row.get("weight")).intValue());
    }
}
