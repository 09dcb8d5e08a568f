package vn.coopfund.schedule;

import static vn.coopfund.schedule.RepaymentMethod.CUSTOM;
import static vn.coopfund.schedule.RepaymentMethod.EQUAL_INSTALMENT;
import static vn.coopfund.schedule.RepaymentTerms.MOST_PRINCIPAL;
import static vn.coopfund.schedule.RepaymentTerms.MOST_ROWS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that can be wrong with terms, one entry an error. What depends on the dates is looked at only when
 * the figures that make the dates are sound.
 */
final class TermsCheck extends Violations {

    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 20;
    private static final int LONGEST_RHYTHM = 9_999;

    private final RepaymentTerms terms;
    private final WorkingDays calendar;
    private List<DueDate> dates;

    TermsCheck(RepaymentTerms terms, WorkingDays calendar) {
        this.terms = terms;
        this.calendar = calendar;
    }

    List<Violation> violations() {
        check(terms.principal() > 0, "principal", "schedule.amount.positive");
        check(terms.principal() <= MOST_PRINCIPAL, "principal", "schedule.amount.tooLarge", MOST_PRINCIPAL);
        checkDate("disbursedOn", terms.disbursedOn());
        checkRate();
        require("method", terms.method());
        require("dayCount", terms.dayCount());
        require("workingDays", terms.workingDays());
        require("interestRounding", terms.interestRounding());
        checkRhythms();
        checkInstalments();
        checkMultiple();
        checkFirstDueOn();
        addAll(new PartsCheck(terms).violations());
        if (found().isEmpty()) {
            dates = DueGrid.of(terms, calendar);
            addAll(new GridCheck(terms, dates).violations());
        }
        return found();
    }

    /**
     * The dates that the terms lead to.
     *
     * @throws IllegalArgumentException if there are violations
     */
    List<DueDate> dates() {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("not a schedule: " + violations);
        }
        return dates;
    }

    private void checkRate() {
        if (!require("rate", terms.rate())) {
            return;
        }
        BigDecimal percent = terms.rate().percent();
        if (require("rate.value", percent)) {
            check(percent.signum() >= 0 && percent.compareTo(HIGHEST_RATE) <= 0, "rate.value",
                    "schedule.rate.range", 0, HIGHEST_RATE);
            check(percent.stripTrailingZeros().scale() <= MOST_DECIMALS, "rate.value",
                    "schedule.rate.decimals", MOST_DECIMALS);
        }
        if (require("rate.unit", terms.rate().unit()) && terms.rate().unit() == RateUnit.MONTH) {
            if (require("rate.conversion", terms.rate().conversion()) && percent != null) {
                check(percent.compareTo(HIGHEST_RATE) > 0 || isAtMostAYear(percent, terms.rate().conversion()), "rate.value",
                        "schedule.rate.yearly", HIGHEST_RATE);
            }
        }
    }

    private static boolean isAtMostAYear(BigDecimal monthly, RateConversion year) {
        return monthly.multiply(BigDecimal.valueOf(year.times))
                .compareTo(HIGHEST_RATE.multiply(BigDecimal.valueOf(year.over))) <= 0;
    }

    private void checkRhythms() {
        boolean sound = terms.method() == CUSTOM || require("every", terms.every());
        sound &= checkRhythm("every", terms.every());
        sound &= checkRhythm("interestEvery", terms.interestEvery());
        if (terms.interestEvery() == null || !sound) {
            return;
        }
        if (terms.method() == CUSTOM || terms.method() == EQUAL_INSTALMENT) {
            refuse("interestEvery", "schedule.interestEvery.method");
        } else {
            check(terms.interestEvery().dividesInto(terms.every()), "interestEvery",
                    "schedule.interestEvery.divides");
        }
    }

    private boolean checkRhythm(String field, Rhythm rhythm) {
        return rhythm == null
                || require(field + ".unit", rhythm.unit())
                & check(rhythm.count() >= 1 && rhythm.count() <= LONGEST_RHYTHM, field + ".count",
                        "schedule.number.range", 1, LONGEST_RHYTHM);
    }

    private void checkInstalments() {
        if (terms.method() == CUSTOM) {
            check(terms.instalments() == terms.principals().size(), "instalments",
                    "schedule.principals.count", terms.principals().size());
            check(terms.principalGrace() == 0, "principalGrace", "schedule.grace.custom");
            return;
        }
        boolean sound = check(terms.instalments() >= 1, "instalments", "schedule.number.least", 1)
                && check(terms.instalments() <= MOST_ROWS, "instalments", "schedule.rows.tooMany", MOST_ROWS);
        if (check(terms.principalGrace() >= 0, "principalGrace", "schedule.number.least", 0) && sound) {
            check(terms.principalGrace() < terms.instalments(), "principalGrace", "schedule.grace.tooLong",
                    terms.instalments() - 1);
        }
    }

    private void checkMultiple() {
        long multiple = terms.instalmentMultiple();
        boolean sound = check(multiple >= 1, "instalmentMultiple", "schedule.amount.positive")
                && check(multiple <= MOST_PRINCIPAL, "instalmentMultiple", "schedule.amount.tooLarge", MOST_PRINCIPAL);
        if (sound && multiple > 1 && terms.method() != null) {
            check(terms.method().isRegular(), "instalmentMultiple", "schedule.multiple.method");
        }
    }

    private void checkFirstDueOn() {
        LocalDate first = terms.firstDueOn();
        if (first == null) {
            return;
        }
        checkDate("firstDueOn", first);
        if (terms.disbursedOn() != null) {
            check(first.isAfter(terms.disbursedOn()), "firstDueOn", "schedule.firstDueOn.after");
        }
        if (terms.method() == CUSTOM && !terms.principals().isEmpty()) {
            check(first.equals(terms.principals().get(0).dueOn()), "firstDueOn", "schedule.firstDueOn.custom");
        }
    }
}
