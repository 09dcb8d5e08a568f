package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.coopfund.web.Refusal;

class ColumnMappingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1.234.567 | , | . | 1234567", "1,234,567 | . | , | 1234567", "1.234.567,00 | , | . | 1234567",
        "1,234,567.00 | . | , | 1234567", "1234567 | , | . | 1234567", "-1.000 | , | . | -1000", "(1.000) | , | . | -1000",
        "+ 1.000 | , | . | 1000", "1.000 VND | , | . | 1000", "1 000 000 | , | ' ' | 1000000", "'' | , | . | 0", "- | , | . | 0"})
    void readsWholeDong(String text, String decimal, String thousand, long amount) {
        assertThat(with(decimal, thousand).amount(SheetCell.of(text))).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00", "12.34.567", "1.234,50", "mười", "1.000.0000", "99999999999999999999", "1e6"})
    void refusesWhatIsNoWholeDong(String text) {
        assertThatThrownBy(() -> with(",", ".").amount(SheetCell.of(text))).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void spreadsheetsNumbersAndDaysAreReadAsSuch() {
        ColumnMapping mapping = with(",", ".");
        assertThat(mapping.amount(new SheetCell("5.00", new BigDecimal("5.00")))).isEqualTo(5);
        assertThatThrownBy(() -> mapping.amount(new SheetCell("0.5", new BigDecimal("0.5")))).isInstanceOf(NumberFormatException.class);
        assertThat(mapping.day(new SheetCell("46127", new BigDecimal("46127")))).isEqualTo(LocalDate.of(2026, 4, 15));
    }

    @ParameterizedTest
    @CsvSource({"15/4/2026, d/M/uuuu", "15/04/2026 08:15:59, d/M/uuuu", "2026-04-15T08:15, uuuu-M-d", "20260415, uuuuMMdd",
        "4/15/2026, M/d/uuuu"})
    void readsDays(String text, String pattern) {
        ColumnMapping mapping = new ColumnMapping("x", 1, "d", "c", "b", null, "n", null, pattern, ",", ".", "UTF-8");
        assertThat(mapping.day(SheetCell.of(text))).isEqualTo(LocalDate.of(2026, 4, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "15-4-2026", "hôm qua", "15/4/26", ""})
    void refusesWhatIsNoDay(String text) {
        assertThat(with(",", ".").day(SheetCell.of(text))).isNull();
    }

    @Test
    void marksThatAreTheSameAreRefused() {
        assertThatThrownBy(() -> with(".", ".").refuseWrong()).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new ColumnMapping(null, 0, null, null, null, null, null, null, null, null, null, null).refuseWrong())
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons()).extracting(Refusal.Reason::field)
                        .contains("name", "headerRow", "date", "credit", "debit", "content", "datePattern", "encoding"));
    }

    @Test
    void apostropheOfOurOwnFilesIsNoPartOfTheText() {
        assertThat(SheetCell.of("'-500.000").text()).isEqualTo("-500.000");
        assertThat(SheetCell.of("'quán' Hoa").text()).isEqualTo("'quán' Hoa");
    }

    private static ColumnMapping with(String decimal, String thousand) {
        return new ColumnMapping("x", 1, "d", "c", "b", null, "n", null, "d/M/uuuu", decimal, thousand, "UTF-8");
    }
}
