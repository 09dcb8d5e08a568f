package vn.coopfund.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A rate as the contract quotes it, with its unit and the convention that makes a year of it.
 *
 * <p>Worked examples: 6.6 a year; 0.4 a month is 4.8 a year by {@code TIMES_12} and 73/15 = 4.8667 a year by
 * {@code DAYS_365_OVER_30}.
 *
 * @param percent the figure in percent, 0 to 100
 * @param conversion needed with a rate a month, without meaning for a rate a year
 */
public record QuotedRate(BigDecimal percent, RateUnit unit, RateConversion conversion) {

    public static QuotedRate aYear(String percent) {
        return new QuotedRate(new BigDecimal(percent), RateUnit.YEAR, null);
    }

    public static QuotedRate aMonth(String percent, RateConversion conversion) {
        return new QuotedRate(new BigDecimal(percent), RateUnit.MONTH, conversion);
    }

    /** The exact rate a year. */
    public Rate yearly() {
        Rate rate = Rate.percentAYear(percent);
        return unit == RateUnit.YEAR ? rate
                : rate.times(BigInteger.valueOf(conversion.times),
                        BigInteger.valueOf(conversion.over));
    }
}
