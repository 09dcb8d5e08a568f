package vn.coopfund.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Điều lệ HTX.pdf,                Điều lệ HTX.pdf
            ../../etc/passwd,               passwd.pdf
            C:\\Users\\ke toan\\so do.PDF,  so do.pdf
            anh chup.jpg,                   anh chup.pdf
            bao.cao.quy.3.pdf,              bao.cao.quy.3.pdf
            .htaccess,                      attachment.pdf
            a<b>:c|d?e*f".pdf,              abcdef.pdf
            '   ',                          attachment.pdf
            """)
    void cleansWhatComputersCallFiles(String given, String kept) {
        assertThat(FileName.clean(given, PaperType.PDF)).isEqualTo(kept);
    }

    @Test
    void composesLettersAndDropsMarksThatTurnTheReadingDirection() {
        assertThat(FileName.clean("Ho\u0302\u0300 so\u031b \u202Efdp.exe", PaperType.PDF)).isEqualTo("Hồ sơ fdp.pdf");
    }

    @Test
    void doesWithoutAName() {
        assertThat(FileName.clean(null, PaperType.XLSX)).isEqualTo("attachment.xlsx");
    }

    @Test
    void cutsLongNames() {
        assertThat(FileName.clean("ờ".repeat(400) + ".pdf", PaperType.PDF)).isEqualTo("ờ".repeat(120) + ".pdf");
    }
}
