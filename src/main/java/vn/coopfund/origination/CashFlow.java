package vn.coopfund.origination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;

/**
 * The cash flow of a usual year beside the repayments that the borrower wishes. It warns and never refuses: whether the
 * plan carries the loan is the appraiser's judgement.
 *
 * <p>Worked example: 240,000,000 over 24 months, every 3 months, at 6.6 % a year: a quarter's repayment is at most
 * 240,000,000 ÷ 8 + 240,000,000 · 6.6 % ÷ 4 = 30,000,000 + 3,960,000 = 33,960,000.
 *
 * @param spans what is left in each stretch of the year that ends with an instalment, and what is to be repaid in it
 */
public record CashFlow(List<CashQuarter> quarters, List<Span> spans) {

    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    /** Some quarters together; {@code repayment} is principal and the interest of the first, dearest instalments. */
    public record Span(int from, int to, MonetaryAmount left, MonetaryAmount repayment) {

        public boolean isShort() {
            return left.isLessThan(repayment);
        }
    }

    /** Null where the borrower wrote no quarters. */
    static CashFlow of(ApplicationContent content, LendingRegulation regulation) {
        return of(content, regulation.monthsBetween(), regulation.yearlyRate());
    }

    /** @param usually months between instalments where the borrower wishes none */
    static CashFlow of(ApplicationContent content, int usually, BigDecimal rate) {
        if (content.quarters().isEmpty()) {
            return null;
        }
        int every = content.monthsBetween() == null ? usually : content.monthsBetween();
        return new CashFlow(content.quarters(), content.amount() == null || content.termMonths() == null ? List.of()
                : spans(content, every, rate));
    }

    /** As many quarters as hold whole instalments: one for each month, two for every two or six months. */
    private static List<Span> spans(ApplicationContent content, int every, BigDecimal rate) {
        int months = QUARTER;
        while (months % every != 0 || MONTHS % months != 0) {
            months += QUARTER;
        }
        int quarters = months / QUARTER;
        MonetaryAmount repayment = repayment(content, months, rate);
        return IntStream.iterate(1, from -> from <= MONTHS / QUARTER, from -> from + quarters)
                .mapToObj(from -> new Span(from, from + quarters - 1, content.quarters().stream()
                        .filter(one -> one.quarter() >= from && one.quarter() < from + quarters)
                        .map(CashQuarter::left).reduce(Dong.ZERO, MonetaryAmount::add), repayment)).toList();
    }

    private static MonetaryAmount repayment(ApplicationContent content, int months, BigDecimal rate) {
        BigDecimal amount = BigDecimal.valueOf(Dong.longOf(content.amount())).multiply(BigDecimal.valueOf(months));
        BigDecimal principal = amount.divide(BigDecimal.valueOf(Math.max(months, content.termMonths())), 0, RoundingMode.HALF_UP);
        BigDecimal interest = amount.multiply(rate).movePointLeft(2).divide(BigDecimal.valueOf(MONTHS), 0, RoundingMode.HALF_UP);
        return Dong.of(principal.add(interest).longValueExact());
    }

    /** Whether some stretch of the year leaves less than is to be repaid in it. */
    public boolean tight() {
        return spans.stream().anyMatch(Span::isShort);
    }

    public MonetaryAmount income() {
        return quarters.stream().map(CashQuarter::income).reduce(Dong.ZERO, MonetaryAmount::add);
    }

    public MonetaryAmount cost() {
        return quarters.stream().map(CashQuarter::cost).reduce(Dong.ZERO, MonetaryAmount::add);
    }

    public MonetaryAmount left() {
        return income().subtract(cost());
    }
}
