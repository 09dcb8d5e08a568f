package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {

    @ParameterizedTest
    @CsvSource({"Hợp tác xã, hop tac xa", "ĐỒNG KỲ, dong ky", "'  Vải  thiều ', vai thieu", "Nghĩa Phương, nghia phuong",
        "Ươm, uom", "2400123458, 2400123458"})
    void dropsToneMarksCapitalsAndBlanks(String written, String folded) {
        assertThat(SearchText.of(written)).isEqualTo(folded);
    }

    @Test
    void foldsComposedAndDecomposedLettersAlike() {
        assertThat(SearchText.of("H\u01a1\u0323p")).isEqualTo(SearchText.of("H\u1ee3p")).isEqualTo("hop");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(SearchText.of("A", null, " ", "Đ")).isEqualTo("a d");
    }

    @Test
    void looksForEachWordAndTakesPercentSignsAsWritten() {
        assertThat(SearchText.patterns("Tác 5%_")).containsExactly("%tac%", "%5\\%\\_%");
        assertThat(SearchText.patterns("  ")).isEmpty();
        assertThat(SearchText.patterns(null)).isEmpty();
    }
}
