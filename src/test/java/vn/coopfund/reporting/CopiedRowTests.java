package vn.coopfund.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CopiedRowTests {

    @Test
    void readsCellsOfEveryKind() {
        CopiedRow row = row("2026-02-28\t-1234567890123456789\t6.600\tHợp tác xã\t\t\\N\t7\n");
        assertThat(row.next(Column.Kind.DAY)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(row.next(Column.Kind.DONG)).isEqualTo(-1_234_567_890_123_456_789L);
        assertThat(row.next(Column.Kind.PERCENT)).isEqualTo(new BigDecimal("6.6"));
        assertThat(row.next(Column.Kind.TEXT)).isEqualTo("Hợp tác xã");
        assertThat(row.next(Column.Kind.TEXT)).isEqualTo("");
        assertThat(row.next(Column.Kind.DONG)).isNull();
        assertThat(row.next(Column.Kind.COUNT)).isEqualTo(7L);
    }

    @Test
    void givesBackWhatCopyEscapes() {
        CopiedRow row = row("a\\tb\\nc\\rd\\\\e\t\\\\N\t\\\\\n");
        assertThat(row.next(Column.Kind.TEXT)).isEqualTo("a\tb\nc\rd\\e");
        assertThat(row.next(Column.Kind.TEXT)).isEqualTo("\\N");
        assertThat(row.next(Column.Kind.TEXT)).isEqualTo("\\");
    }

    @Test
    void neverTurnsASumThatIsTooLargeIntoAnother() {
        assertThatThrownBy(() -> row("9223372036854775808\n").next(Column.Kind.DONG)).isInstanceOf(ArithmeticException.class);
    }

    private static CopiedRow row(String line) {
        return new CopiedRow(line.getBytes(StandardCharsets.UTF_8));
    }
}
