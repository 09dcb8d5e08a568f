package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payment against the plain formula: balance ÷ Σ of what one đồng on each date is worth today. */
class LevelPaymentTests {

    private static final MathContext EXACT_ENOUGH = new MathContext(120);

    @ParameterizedTest
    @CsvSource({"6.6, ACT_365, 60, 1", "6.6, ACT_ACT_ISDA, 60, 1", "0, ACT_360, 7, 1", "100, THIRTY_360, 24, 1000",
        "6.61234567890123456789, ACT_365, 13, 1", "6.612345678901, ACT_ACT_ISDA, 37, 1", "0.0001, ACT_365, 600, 1",
        "13.07, ACT_ACT_ISDA, 1, 1", "4.8667, ACT_360, 2, 10"})
    void bringsTheBalanceToZero(String percent, DayCount dayCount, int rows, long multiple) {
        InterestBasis basis = new InterestBasis(QuotedRate.aYear(percent).yearly(), dayCount);
        long month = dayCount.unitsPerYear() / 12;
        List<Long> units = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            units.add(month + i % 3);
        }
        long payment = LevelPayment.solve(500_000_000, basis.exact(500_000_000, units.get(0)),
                units.subList(1, rows), basis, multiple);
        assertThat(payment).isEqualTo(plain(new BigDecimal(percent), dayCount, units, multiple));
    }

    private static long plain(BigDecimal percent, DayCount dayCount, List<Long> units, long multiple) {
        BigDecimal worth = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (long days : units) {
            BigDecimal interest = percent.multiply(BigDecimal.valueOf(days))
                    .divide(BigDecimal.valueOf(100 * dayCount.unitsPerYear()), EXACT_ENOUGH);
            worth = worth.divide(BigDecimal.ONE.add(interest), EXACT_ENOUGH);
            sum = sum.add(worth);
        }
        return BigDecimal.valueOf(500_000_000).divide(sum.multiply(BigDecimal.valueOf(multiple)), EXACT_ENOUGH)
                .setScale(0, RoundingMode.HALF_UP).longValueExact() * multiple;
    }
}
