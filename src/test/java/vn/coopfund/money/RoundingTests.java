package vn.coopfund.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTests {

    @ParameterizedTest
    @CsvSource({
        "5, 2, 3, 2", "7, 2, 4, 4", "-5, 2, -3, -2", "-7, 2, -4, -4", "1, 3, 0, 0", "2, 3, 1, 1",
        "0, 7, 0, 0", "1, 2, 1, 0", "3, 2, 2, 2", "-1, 2, -1, 0", "8, 4, 2, 2"})
    void roundsHalvesByName(long numerator, long denominator, long halfUp, long halfEven) {
        assertThat(Rounding.HALF_UP.divide(numerator, denominator)).isEqualTo(halfUp);
        assertThat(Rounding.HALF_EVEN.divide(numerator, denominator)).isEqualTo(halfEven);
    }

    @Property
    void agreesWithExactDecimals(@ForAll Rounding rounding, @ForAll long amount,
            @ForAll @LongRange(min = 0, max = 1_000_000) long numerator,
            @ForAll @LongRange(min = 1_000_000, max = 1L << 62) long denominator) {
        BigDecimal product = BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(numerator));
        RoundingMode mode = RoundingMode.valueOf(rounding.name());
        long expected = product.divide(BigDecimal.valueOf(denominator), 0, mode).longValueExact();
        assertThat(rounding.portion(amount, numerator, denominator)).isEqualTo(expected);
        assertThat(rounding.divide(product.toBigInteger(), BigInteger.valueOf(denominator))).isEqualTo(expected);
    }

    @Property
    void roundsDecimalsLikeFractions(@ForAll Rounding rounding, @ForAll int tenths) {
        assertThat(rounding.round(BigDecimal.valueOf(tenths, 1))).isEqualTo(rounding.divide(tenths, 10));
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 3, 2", "7, 2, 4, 4", "-5, 2, -3, -2", "1, 3, 0, 0", "2, 3, 1, 1"})
    void roundsHalvesByNameBeyond64Bits(long numerator, long denominator, long halfUp, long halfEven) {
        BigInteger large = BigInteger.TEN.pow(30);
        BigInteger over = BigInteger.valueOf(denominator).multiply(large);
        assertThat(Rounding.HALF_UP.divide(BigInteger.valueOf(numerator).multiply(large), over)).isEqualTo(halfUp);
        assertThat(Rounding.HALF_EVEN.divide(BigInteger.valueOf(numerator).multiply(large), over)).isEqualTo(halfEven);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void refusesADenominatorThatIsNotPositive(long denominator) {
        assertThatThrownBy(() -> Rounding.HALF_UP.divide(1, denominator)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rounding.HALF_UP.divide(BigInteger.ONE, BigInteger.valueOf(denominator)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAResultBeyondALong() {
        BigInteger large = BigInteger.TEN.pow(30);
        assertThatThrownBy(() -> Rounding.HALF_UP.divide(large, BigInteger.ONE)).isInstanceOf(ArithmeticException.class);
    }
}
