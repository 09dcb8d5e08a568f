package vn.coopfund.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DongTests {

    @Property(tries = 200)
    void goesToAnAmountAndBackUnchanged(@ForAll long dong) {
        assertThat(Dong.longOf(Dong.of(dong))).isEqualTo(dong);
    }

    @Test
    void refusesAFractionOfADong() {
        var half = Dong.of(1).multiply(new BigDecimal("0.5"));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Dong.longOf(half));
    }

    @Test
    void refusesMoreThanALongHolds() {
        var tooMuch = Dong.of(Long.MAX_VALUE).add(Dong.of(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Dong.longOf(tooMuch));
    }

    @Test
    void refusesAnotherCurrency() {
        var dollars = Monetary.getDefaultAmountFactory().setCurrency("USD").setNumber(1).create();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Dong.longOf(dollars));
    }

    @Test
    void zeroIsZero() {
        assertThat(Dong.longOf(Dong.ZERO)).isZero();
    }
}
