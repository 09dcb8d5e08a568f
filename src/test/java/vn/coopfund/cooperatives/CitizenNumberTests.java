package vn.coopfund.cooperatives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTests {

    @Test
    void hasTwelveDigits() {
        assertThat(CitizenNumber.isValid("024085001234")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"121234567", "02408500123", "0240850012345", "02408500123x", ""})
    void isNeitherTheOldNineDigitsNorAnythingElse(String number) {
        assertThat(CitizenNumber.isValid(number)).isFalse();
    }

    @Test
    void showsItsLastThreeDigitsBehindTheMask() {
        assertThat(CitizenNumber.masked("024085001234")).isEqualTo("•••••••••234");
        assertThat(CitizenNumber.masked(null)).isNull();
    }
}
