package vn.coopfund.origination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/**
 * What a year's lines say when set against each other, in percent with one decimal, HALF_UP; null where a line is missing
 * or the divisor is not above zero.
 *
 * <p>Worked example: assets 600 + 900, debts 300 + 400, equity 800, revenue 1,200, expenses 1,050 (million đồng): debt to
 * equity 700 ÷ 800 = 87.5 %, current ratio 600 ÷ 300 = 200 %, equity share 800 ÷ 1,500 = 53.3 %, margin
 * 150 ÷ 1,200 = 12.5 %, return on equity 150 ÷ 800 = 18.8 %.
 */
public record FinanceRatios(int year, BigDecimal debtToEquity, BigDecimal currentRatio, BigDecimal equityShare,
        BigDecimal margin, BigDecimal returnOnEquity) {

    static FinanceRatios of(AppraisalReport.FinanceYear year) {
        return new FinanceRatios(year.year(), percent(year.liabilities(), year.equity()),
                percent(year.currentAssets(), year.shortDebt()), percent(year.equity(), year.assets()),
                percent(year.profit(), year.revenue()), percent(year.profit(), year.equity()));
    }

    /** {@code part ÷ whole} in percent with one decimal, HALF_UP. */
    static BigDecimal percent(MonetaryAmount part, MonetaryAmount whole) {
        return quotient(part, whole, 1, RoundingMode.HALF_UP);
    }

    /** The same in whole percent towards minus infinity, as the score's table reads it: nothing is reached by rounding. */
    static Long wholePercent(MonetaryAmount part, MonetaryAmount whole) {
        BigDecimal percent = quotient(part, whole, 0, RoundingMode.FLOOR);
        return percent == null ? null : percent.longValueExact();
    }

    /** The same away from zero, for what is better low. */
    static Long wholePercentUp(MonetaryAmount part, MonetaryAmount whole) {
        BigDecimal percent = quotient(part, whole, 0, RoundingMode.CEILING);
        return percent == null ? null : percent.longValueExact();
    }

    private static BigDecimal quotient(MonetaryAmount part, MonetaryAmount whole, int decimals, RoundingMode rounding) {
        return part == null || whole == null || !whole.isPositive() ? null
                : BigDecimal.valueOf(Dong.longOf(part)).movePointRight(2)
                        .divide(BigDecimal.valueOf(Dong.longOf(whole)), decimals, rounding);
    }
}
