package vn.coopfund.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/**
 * How far the fund has come in a term.
 *
 * @param asOf the business date: capital is what the books hold on it, projects are those of the term by then
 */
public record Progress(Span term, Projects projects, CapitalReached capital, LocalDate asOf) {

    /** The term, both days included. */
    public record Span(String name, LocalDate from, LocalDate to) {
    }

    /** Loan turns: loans whose first disbursement falls in the term. */
    public record Projects(int target, long funded) {

        public BigDecimal percent() {
            return Progress.percent(funded, target);
        }
    }

    /**
     * Charter capital as the books stand on the day, and beside it, never counted toward the target, actual charter
     * capital (vốn điều lệ thực có).
     *
     * @param atTermEnd charter capital at the end of a term that is over; null while it runs
     */
    public record CapitalReached(MonetaryAmount target, MonetaryAmount actual, MonetaryAmount actualCharterCapital,
            MonetaryAmount atTermEnd) {

        public BigDecimal percent() {
            return Progress.percent(Dong.longOf(actual), Dong.longOf(target));
        }
    }

    /** With one decimal, rounded down: a target is not reached before it is. */
    private static BigDecimal percent(long reached, long target) {
        return BigDecimal.valueOf(reached).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(target), 1, RoundingMode.DOWN);
    }
}
