package vn.coopfund.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperDateTests {

    @ParameterizedTest
    @CsvSource({"2026-01-05, 05, 01, 2026", "2026-02-28, 28, 02, 2026", "2026-03-09, 09, 3, 2026", "2026-12-31, 31, 12, 2026"})
    void writesNoughtsAsTheDecreeSays(LocalDate date, String day, String month, String year) {
        assertThat(PaperDate.of(date)).isEqualTo(new PaperDate(day, month, year));
    }
}
