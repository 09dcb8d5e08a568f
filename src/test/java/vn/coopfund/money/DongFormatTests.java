package vn.coopfund.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DongFormatTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0\u00a0đ", "7, 7\u00a0đ", "999, 999\u00a0đ", "1000, 1.000\u00a0đ", "1234567, 1.234.567\u00a0đ",
        "-100, -100\u00a0đ", "-1234567, -1.234.567\u00a0đ", "30000000000, 30.000.000.000\u00a0đ"})
    void writesThousandsDots(long dong, String text) {
        assertThat(DongFormat.format(dong)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "1.234.567", " 1.234.567 ", "1.234.567 đ", "1.234.567đ", "1.234.567 ₫",
        "1.234.567\u00a0đ", "1 234 567", "1\u00a0234\u00a0567 đ", "1,234,567", "1234567 VND", "1.234.567 đồng", "1.234.567 Đ"})
    void readsWhatPeopleWrite(String text) {
        assertThat(DongFormat.parse(text)).isEqualTo(1_234_567);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "đ", "1,5", "1.5", "1.50", "1.00", "1,00", "1 5", "1.2345", "12.34", "1..234", ".123", "1.234.", "0.500",
        "007", "1e6", "+5", "1 23", "1  234", "1,234.567", "1.234,567", "1 234.567", "1.234,5", "1,234.00", "abc", "1.234.567 $", "--1", "1.234567", "99999999999999999999"})
    void refusesDecimalsAndGarbage(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> DongFormat.parse(text));
    }

    @Property
    void readsBackWhatItWrote(@ForAll long dong) {
        assertThat(DongFormat.parse(DongFormat.format(dong))).isEqualTo(dong);
        assertThat(DongFormat.parse(DongFormat.figures(dong))).isEqualTo(dong);
    }
}
