package vn.coopfund.cooperatives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxNumberTests {

    /** The sums stand as they are worked out by hand; the last four numbers are of large well-known companies. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2400123456, 2*31 + 4*29 + 0*23 + 0*19 + 1*17 + 2*13 + 3*7 + 4*5 + 5*3 = 277; 277 mod 11 = 2; 10 - 2 = 8, 8
            2400998877, 2*31 + 4*29 + 0*23 + 0*19 + 9*17 + 9*13 + 8*7 + 8*5 + 7*3 = 565; 565 mod 11 = 4; 10 - 4 = 6, 6
            0000000010, 1*3 = 3; 3 mod 11 = 3; 10 - 3 = 7, 7
            0300588569, Vinamilk, 9
            0101248141, FPT, 1
            0100109106, Viettel, 6
            0100112437, Vietcombank, 7
            """)
    void checkDigitFollowsFromTheNineDigitsBefore(String number, String working, int digit) {
        assertThat(TaxNumber.checkDigit(number)).as(working).isEqualTo(digit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2400123458", "2400998876", "0300588569", "0300588569-001"})
    void acceptsNumbersWithTheRightDigit(String number) {
        assertThat(TaxNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2400123456", "2400123485", "240012345", "24001234588", "240012345a", "2400123458-1", "", " 2400123458"})
    void refusesWrongDigitsSwappedDigitsAndWrongLengths(String number) {
        assertThat(TaxNumber.isValid(number)).isFalse();
    }

    @Test
    void knowsNoNumberWhereTheSumIsAMultipleOfEleven() {
        // 0*… = 0; 0 mod 11 = 0; 10 - 0 = 10 is no digit
        assertThat(TaxNumber.checkDigit("0000000000")).isEqualTo(10);
        assertThat(TaxNumber.isValid("0000000000")).isFalse();
    }

    @Test
    void refusesNothing() {
        assertThat(TaxNumber.isValid(null)).isFalse();
    }
}
