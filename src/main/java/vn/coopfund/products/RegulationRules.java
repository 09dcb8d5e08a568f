package vn.coopfund.products;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.WorkingDays;
import vn.coopfund.web.Refusal;

/** What no regulation may say: more than the law lets a fund do, or terms of which no contract could be made. */
final class RegulationRules {

    /** Own capital of at least 20 % of the cost (Decree 45/2021/NĐ-CP art. 22). */
    private static final BigDecimal LEAST_OWN_CAPITAL = BigDecimal.valueOf(20);
    /** One customer, and a customer with its related persons (art. 23). */
    private static final BigDecimal CUSTOMER_LIMIT = BigDecimal.valueOf(15);
    private static final BigDecimal GROUP_LIMIT = BigDecimal.valueOf(25);
    /** The overdue rate in percent of the rate (art. 25), late interest a year (Civil Code art. 468). */
    private static final BigDecimal OVERDUE_FACTOR = BigDecimal.valueOf(150);
    private static final BigDecimal LATE_INTEREST = BigDecimal.TEN;

    private static final BigDecimal MOST_COVER = BigDecimal.valueOf(300);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<Integer> RHYTHMS = List.of(1, 2, 3, 4, 6, 12);
    private static final Map<String, String> FIELDS = Map.of("instalments", "longestTermMonths", "every", "monthsBetween");

    private final LendingRegulation regulation;
    private final Refusal.Problems problems;

    private RegulationRules(LendingRegulation regulation, Refusal.Problems problems) {
        this.regulation = regulation;
        this.problems = problems;
    }

    /** Adds all that is wrong with it as a version that is proposed on that day. */
    static void check(LendingRegulation proposed, LocalDate today, Refusal.Problems problems) {
        LocalDate from = proposed.inForceFrom();
        RegulationRules rules = new RegulationRules(proposed, problems);
        problems.addIf(from != null && from.isBefore(today), "inForceFrom", "products.regulation.past", today);
        rules.law();
        rules.figures();
        rules.terms();
    }

    private void law() {
        between("leastOwnCapital", regulation.leastOwnCapital(), LEAST_OWN_CAPITAL, HUNDRED);
        between("customerLimit", regulation.customerLimit(), BigDecimal.ZERO, CUSTOMER_LIMIT);
        between("groupLimit", regulation.groupLimit(), regulation.customerLimit(), GROUP_LIMIT);
        between("overdueFactor", regulation.overdueFactor(), HUNDRED, OVERDUE_FACTOR);
        between("lateInterestRate", regulation.lateInterestRate(), BigDecimal.ZERO, LATE_INTEREST);
        problems.addIf(regulation.rateUnit() == RateUnit.MONTH && regulation.rateConversion() == null,
                        "rateConversion", "products.regulation.conversion-needed")
                .addIf(regulation.rateUnit() == RateUnit.YEAR && regulation.rateConversion() != null,
                        "rateConversion", "products.regulation.conversion-without-month");
        if (regulation.rateUnit() == RateUnit.YEAR || regulation.rateConversion() != null) {
            problems.addIf(LendingRegulation.isBeyondLaw(regulation.quotedRate()), "rate",
                    "products.regulation.rate-too-high", LendingRegulation.HIGHEST_RATE);
        }
    }

    private void figures() {
        between("longestTermMonths", regulation.longestTermMonths(), 1, RepaymentTerms.MOST_ROWS);
        between("offerValidDays", regulation.offerValidDays(), 1, 366);
        between("badDebtCheckDays", regulation.badDebtCheckDays(), 1, 366);
        between("noticeDays", regulation.noticeDays(), 0, 60);
        between("daysAlone", regulation.daysAlone(), 0, 60);
        between("firstInspectionDays", regulation.firstInspectionDays(), 1, 366);
        between("inspectionMonths", regulation.inspectionMonths(), 1, 60);
        between("recallDays", regulation.recallDays(), 1, 366);
        between("supplementDays", regulation.supplementDays(), 1, 366);
        between("authorityCover", regulation.authorityCover(), BigDecimal.ONE, MOST_COVER);
        between("councilLeastVotes", regulation.councilLeastVotes(), 1, 15);
        between("councilQuorumPercent", regulation.councilQuorumPercent(), 1, 100);
        between("longestExtensionShort", regulation.longestExtensionShort(), 0, 300);
        between("longestExtension", regulation.longestExtension(), 0, 300);
        between("generalProvision", regulation.generalProvision(), BigDecimal.ZERO, HUNDRED);
        problems.addIf(!RHYTHMS.contains(regulation.monthsBetween()), "monthsBetween", "products.regulation.rhythm")
                .addIf(regulation.smallestLoan().isNegative(), "smallestLoan", "schedule.amount.negative")
                .addIf(regulation.directorSecuredLimit().isNegative(), "directorSecuredLimit", "schedule.amount.negative")
                .addIf(regulation.directorUnsecuredLimit().isNegative(), "directorUnsecuredLimit", "schedule.amount.negative")
                .addIf(regulation.defaultMethod() == RepaymentMethod.CUSTOM, "defaultMethod", "products.regulation.default-custom")
                .addIf(!regulation.methods().contains(regulation.defaultMethod()), "defaultMethod",
                        "products.regulation.default-method");
    }

    /** A loan of the longest term on what the regulation takes for granted must have a schedule. */
    private void terms() {
        if (problems.any()) {
            return;
        }
        int instalments = Math.max(1, regulation.longestTermMonths() / regulation.monthsBetween());
        RepaymentTerms usual = RepaymentTerms.lend(1_000_000_000, regulation.inForceFrom())
                .at(regulation.quotedRate(), regulation.dayCount())
                .repay(regulation.defaultMethod(), instalments, Rhythm.months(regulation.monthsBetween()))
                .principalGrace(regulation.principalGrace())
                .interestEvery(regulation.interestEvery() == null ? null : Rhythm.months(regulation.interestEvery()))
                .instalmentMultiple(Dong.longOf(regulation.instalmentMultiple()))
                .workingDays(regulation.workingDays(), regulation.interestFollows())
                .interestRounding(regulation.interestRounding()).terms();
        TermsReasons.of(usual, WorkingDays.WEEKENDS_OFF, FIELDS)
                .forEach(reason -> problems.add(reason.field(), reason.code(), reason.args()));
    }

    private void between(String field, BigDecimal value, BigDecimal least, BigDecimal most) {
        problems.addIf(value.compareTo(least) < 0 || value.compareTo(most) > 0, field, "products.regulation.range",
                least, most);
    }

    private void between(String field, int value, int least, int most) {
        between(field, BigDecimal.valueOf(value), BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }
}
