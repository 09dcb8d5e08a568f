package vn.coopfund.origination;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.products.EligibleBorrower;
import vn.coopfund.products.LendingRegulation;

/**
 * The rules of {@code bpmn/eligibility.dmn} in words: the figure that a rule looks at and the threshold it is held
 * against. Whether it passes the table says; name, legal source and refusal stand in the messages under
 * {@code origination.rule.<name>}.
 */
enum EligibilityRule {

    BORROWER_KIND(facts -> "#cooperatives.kind." + facts.borrower().kind().name(),
            facts -> "#origination.rule.BORROWER_KIND.threshold"),
    INSIDE_PROVINCE(facts -> facts.borrower().address(), facts -> "#origination.rule.INSIDE_PROVINCE.threshold"),
    OWN_CAPITAL(facts -> written(facts.ownCapital()),
            facts -> "≥ " + written(facts.leastOwnCapital()) + " (" + ContentRules.percent(facts.regulation().leastOwnCapital()) + ")"),
    WITHIN_COST(facts -> written(facts.amount().add(facts.ownCapital())), facts -> "≤ " + written(facts.totalCost())),
    TERM(facts -> String.valueOf(facts.termMonths()), facts -> "≤ " + facts.regulation().longestTermMonths()),
    CUSTOMER_LIMIT(facts -> written(facts.customerExposure().add(facts.amount())),
            facts -> facts.limitInWords(facts.regulation().customerLimit())),
    GROUP_LIMIT(facts -> written(facts.groupExposure().add(facts.amount())),
            facts -> facts.limitInWords(facts.regulation().groupLimit()));

    private final Function<Facts, String> figure;
    private final Function<Facts, String> threshold;

    EligibilityRule(Function<Facts, String> figure, Function<Facts, String> threshold) {
        this.figure = figure;
        this.threshold = threshold;
    }

    /** What the rules look at; amounts in đồng. */
    record Facts(BorrowerView borrower, String fundProvince, MonetaryAmount totalCost, MonetaryAmount ownCapital,
            MonetaryAmount amount, int termMonths, MonetaryAmount actualCharterCapital, MonetaryAmount customerExposure,
            MonetaryAmount groupExposure, LendingRegulation regulation) {

        /** The inputs of the table, by name. */
        Map<String, Object> inputs() {
            Map<String, Object> inputs = new HashMap<>();
            BorrowerKind kind = borrower.kind();
            inputs.put("borrowerKindAllowed", regulation.borrowerKinds().contains(EligibleBorrower.valueOf(kind.name())));
            inputs.put("insideProvince", fundProvince.equals(borrower.provinceCode()));
            inputs.put("ownCapital", Dong.longOf(ownCapital));
            inputs.put("leastOwnCapital", Dong.longOf(leastOwnCapital()));
            inputs.put("loanAndOwnCapital", Dong.longOf(amount.add(ownCapital)));
            inputs.put("totalCost", Dong.longOf(totalCost));
            inputs.put("termMonths", (long) termMonths);
            inputs.put("longestTermMonths", (long) regulation.longestTermMonths());
            inputs.put("customerExposure", Dong.longOf(customerExposure.add(amount)));
            inputs.put("customerLimit", Dong.longOf(limit(regulation.customerLimit())));
            inputs.put("groupExposure", Dong.longOf(groupExposure.add(amount)));
            inputs.put("groupLimit", Dong.longOf(limit(regulation.groupLimit())));
            return inputs;
        }

        MonetaryAmount leastOwnCapital() {
            return ContentRules.ofPercent(totalCost, regulation.leastOwnCapital());
        }

        private MonetaryAmount limit(BigDecimal percent) {
            return ContentRules.atMostPercent(actualCharterCapital.isNegative() ? Dong.ZERO : actualCharterCapital, percent);
        }

        String limitInWords(BigDecimal percent) {
            return "≤ " + written(limit(percent)) + " (" + ContentRules.percent(percent) + " × " + written(actualCharterCapital) + ")";
        }
    }

    String figure(Facts facts) {
        return figure.apply(facts);
    }

    String threshold(Facts facts) {
        return threshold.apply(facts);
    }

    private static String written(MonetaryAmount amount) {
        return DongFormat.format(Dong.longOf(amount));
    }
}
