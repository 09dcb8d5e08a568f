package vn.coopfund.origination;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.products.EligibleBorrower;
import vn.coopfund.products.LendingRegulation;

/**
 * One rule of who may borrow and how much, as a named value. Its name, legal source and refusal stand in the messages
 * under {@code origination.rule.<code>}.
 *
 * @param limit true for the limits that a later repayment or more capital may open again
 */
record EligibilityRule(String code, boolean limit, Function<Facts, Result> check) {

    /** What the rules look at; amounts in đồng. */
    record Facts(BorrowerView borrower, String fundProvince, MonetaryAmount totalCost, MonetaryAmount ownCapital,
            MonetaryAmount amount, int termMonths, MonetaryAmount actualCharterCapital, MonetaryAmount customerExposure,
            MonetaryAmount groupExposure, LendingRegulation regulation) {
    }

    /** The figure as found, the threshold as asked, and whether it passes. */
    record Result(String figure, String threshold, boolean passed) {
    }

    /** Who may borrow: cooperatives, unions, and members that are not enterprises (Decree 45/2021 art. 20). */
    static final EligibilityRule BORROWER_KIND = new EligibilityRule("BORROWER_KIND", false, facts -> {
        BorrowerKind kind = facts.borrower().kind();
        return new Result("#cooperatives.kind." + kind.name(), "#origination.rule.BORROWER_KIND.threshold",
                facts.regulation().borrowerKinds().contains(EligibleBorrower.valueOf(kind.name())));
    });

    /** A local fund lends inside its province only (Decree 45/2021 art. 20). */
    static final EligibilityRule INSIDE_PROVINCE = new EligibilityRule("INSIDE_PROVINCE", false, facts ->
            new Result(facts.borrower().address(), "#origination.rule.INSIDE_PROVINCE.threshold",
                    facts.fundProvince().equals(facts.borrower().provinceCode())));

    /** Own capital of at least 20 % of the project's total cost (Decree 45/2021 art. 22). */
    static final EligibilityRule OWN_CAPITAL = new EligibilityRule("OWN_CAPITAL", false, facts -> {
        MonetaryAmount least = ContentRules.ofPercent(facts.totalCost(), facts.regulation().leastOwnCapital());
        return new Result(written(facts.ownCapital()),
                "≥ " + written(least) + " (" + ContentRules.percent(facts.regulation().leastOwnCapital()) + ")",
                facts.ownCapital().isGreaterThanOrEqualTo(least));
    });

    /** Loan and own capital together do not exceed the cost. */
    static final EligibilityRule WITHIN_COST = new EligibilityRule("WITHIN_COST", false, facts -> {
        MonetaryAmount sum = facts.amount().add(facts.ownCapital());
        return new Result(written(sum), "≤ " + written(facts.totalCost()), sum.isLessThanOrEqualTo(facts.totalCost()));
    });

    /** The term within the regulation's longest (Decree 45/2021 art. 24). */
    static final EligibilityRule TERM = new EligibilityRule("TERM", false, facts ->
            new Result(String.valueOf(facts.termMonths()), "≤ " + facts.regulation().longestTermMonths(),
                    facts.termMonths() <= facts.regulation().longestTermMonths()));

    /** One customer: 15 % of the actual charter capital (Decree 45/2021 art. 23). */
    static final EligibilityRule CUSTOMER_LIMIT = new EligibilityRule("CUSTOMER_LIMIT", true, facts ->
            limit(facts, facts.customerExposure(), facts.regulation().customerLimit()));

    /** A customer with its related persons: 25 % (Decree 45/2021 art. 23). */
    static final EligibilityRule GROUP_LIMIT = new EligibilityRule("GROUP_LIMIT", true, facts ->
            limit(facts, facts.groupExposure(), facts.regulation().groupLimit()));

    static final List<EligibilityRule> ALL = List.of(BORROWER_KIND, INSIDE_PROVINCE, OWN_CAPITAL, WITHIN_COST, TERM,
            CUSTOMER_LIMIT, GROUP_LIMIT);

    static EligibilityRule named(String code) {
        return ALL.stream().filter(rule -> rule.code().equals(code)).findFirst().orElseThrow();
    }

    private static Result limit(Facts facts, MonetaryAmount exposure, BigDecimal percent) {
        MonetaryAmount most = ContentRules.atMostPercent(positive(facts.actualCharterCapital()), percent);
        MonetaryAmount withThis = exposure.add(facts.amount());
        return new Result(written(withThis), "≤ " + written(most) + " (" + ContentRules.percent(percent) + " × "
                + written(facts.actualCharterCapital()) + ")", withThis.isLessThanOrEqualTo(most));
    }

    private static MonetaryAmount positive(MonetaryAmount amount) {
        return amount.isNegative() ? Dong.ZERO : amount;
    }

    private static String written(MonetaryAmount amount) {
        return DongFormat.format(Dong.longOf(amount));
    }
}
