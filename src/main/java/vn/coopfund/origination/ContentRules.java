package vn.coopfund.origination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.web.Refusal;

/** What an application may say: nothing impossible while it is a draft, everything needed when it is submitted. */
final class ContentRules {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 300;

    private ContentRules() {
    }

    /** Refuses what no draft may hold. */
    static void refuseImpossible(ApplicationContent content) {
        Refusal.Problems problems = new Refusal.Problems();
        amount(problems, "totalCost", content.totalCost());
        amount(problems, "ownCapital", content.ownCapital());
        amount(problems, "amount", content.amount());
        amount(problems, "securityValue", content.securityValue());
        amount(problems, "yearlyIncome", content.yearlyIncome());
        amount(problems, "yearlyCost", content.yearlyCost());
        text(problems, "projectName", content.projectName(), LONGEST_NAME);
        text(problems, "purpose", content.purpose(), LONGEST_TEXT);
        text(problems, "sector", content.sector(), LONGEST_NAME);
        text(problems, "securityText", content.securityText(), LONGEST_TEXT);
        text(problems, "cashFlowText", content.cashFlowText(), LONGEST_TEXT);
        Integer term = content.termMonths();
        problems.addIf(term != null && (term < 1 || term > 600), "termMonths", "origination.term.impossible");
        Integer between = content.monthsBetween();
        problems.addIf(between != null && (between < 1 || between > 12 || 12 % between != 0), "monthsBetween",
                "origination.months-between.impossible");
        List<CashQuarter> quarters = content.quarters();
        problems.addIf(quarters.stream().anyMatch(one -> one.quarter() < 1 || one.quarter() > 4)
                || quarters.stream().map(CashQuarter::quarter).distinct().count() < quarters.size(), "quarters",
                "origination.quarters.impossible");
        for (int i = 0; i < quarters.size(); i++) {
            amount(problems, "quarters[" + i + "].income", quarters.get(i).income());
            amount(problems, "quarters[" + i + "].cost", quarters.get(i).cost());
        }
        problems.refuseIfAny();
    }

    /** Refuses what cannot be submitted (Decree 45/2021/NĐ-CP art. 22: own capital; the regulation: term). */
    static void refuseIncomplete(ApplicationContent content, LendingRegulation regulation, Refusal.Problems problems) {
        problems.addIf(isBlank(content.projectName()), "projectName", "origination.project-name.needed")
                .addIf(isBlank(content.purpose()), "purpose", "origination.purpose.needed")
                .addIf(!isPositive(content.totalCost()), "totalCost", "origination.total-cost.needed")
                .addIf(content.ownCapital() == null, "ownCapital", "origination.own-capital.needed")
                .addIf(!isPositive(content.amount()), "amount", "origination.amount.needed")
                .addIf(content.termMonths() == null, "termMonths", "origination.term.needed")
                .addIf(content.securityKind().isSecured() && isBlank(content.securityText()), "securityText",
                        "origination.security-text.needed")
                .addIf(content.securityKind().isSecured() && !isPositive(content.securityValue()), "securityValue",
                        "origination.security-value.needed");
        if (problems.any()) {
            return;
        }
        MonetaryAmount leastOwn = ofPercent(content.totalCost(), regulation.leastOwnCapital());
        problems.addIf(content.ownCapital().isLessThan(leastOwn), "ownCapital", "origination.own-capital.too-small",
                        leastOwn, percent(regulation.leastOwnCapital()))
                .addIf(content.amount().add(content.ownCapital()).isGreaterThan(content.totalCost()), "amount",
                        "origination.amount.beyond-cost", content.totalCost().subtract(content.ownCapital()))
                .addIf(content.amount().isLessThan(regulation.smallestLoan()), "amount", "origination.amount.too-small",
                        regulation.smallestLoan())
                .addIf(content.termMonths() > regulation.longestTermMonths(), "termMonths", "origination.term.too-long",
                        regulation.longestTermMonths());
    }

    /** That percentage of an amount, rounded up to the đồng: a least share is never undercut. */
    static MonetaryAmount ofPercent(MonetaryAmount amount, BigDecimal percent) {
        return Dong.of(BigDecimal.valueOf(Dong.longOf(amount)).multiply(percent).movePointLeft(2)
                .setScale(0, RoundingMode.UP).longValueExact());
    }

    /** That percentage of an amount, rounded down to the đồng: a greatest share is never overrun. */
    static MonetaryAmount atMostPercent(MonetaryAmount amount, BigDecimal percent) {
        return Dong.of(BigDecimal.valueOf(Dong.longOf(amount)).multiply(percent).movePointLeft(2)
                .setScale(0, RoundingMode.DOWN).longValueExact());
    }

    static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString().replace('.', ',') + "\u00a0%";
    }

    private static void amount(Refusal.Problems problems, String field, MonetaryAmount amount) {
        problems.addIf(amount != null && amount.isNegative(), field, "origination.amount.negative")
                .addIf(amount != null && amount.isGreaterThan(Dong.LARGEST), field, "origination.amount.too-large",
                        Dong.LARGEST);
    }

    private static void text(Refusal.Problems problems, String field, String text, int most) {
        problems.addIf(text != null && text.length() > most, field, "origination.text.too-long", most);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean isPositive(MonetaryAmount amount) {
        return amount != null && amount.isPositive();
    }
}
