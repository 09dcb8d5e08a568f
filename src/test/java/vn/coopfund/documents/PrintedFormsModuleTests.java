package vn.coopfund.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.ModuleTest;

class PrintedFormsModuleTests extends ModuleTest {

    @Autowired
    PrintedForms forms;

    @Test
    void looksLikeAnOfficialPaper() throws IOException {
        String text = text(forms.pdf("documents/print/sample", model(LocalDate.of(2026, 3, 5), 8)));
        assertThat(text).containsIgnoringCase("Cộng hòa xã hội chủ nghĩa Việt Nam").contains("Độc lập - Tự do - Hạnh phúc",
                "Số: 0012/2026/GNN-QHTX", "Bắc Giang, ngày 05 tháng 3 năm 2026", "(Ký, ghi rõ họ tên, đóng dấu)", "1/1");
        assertThat(text).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Test
    void bearsTheLetterheadOfItsOwnDay() {
        assertThat(forms.html("documents/print/sample", model(LocalDate.of(2024, 5, 6), 1))).contains("tỉnh Bắc Giang");
        assertThat(forms.html("documents/print/sample", model(LocalDate.of(2026, 5, 6), 1))).contains("tỉnh Bắc Ninh");
    }

    @Test
    void embedsItsFontsAndRepeatsTheHeadOfALongTable() throws IOException {
        byte[] pdf = forms.pdf("documents/print/sample", model(LocalDate.of(2026, 3, 5), 90));
        java.nio.file.Files.write(Path.of("target", "sample.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("LiberationSerif");
            }
        }
        assertThat(text(pdf).split("Ngày đến hạn", -1).length - 1).isGreaterThan(2);
    }

    private static Map<String, Object> model(LocalDate date, int rows) {
        return Map.of("date", date, "number", "0012/2026/GNN-QHTX", "contract", "0011/2026/HĐTD-QHTX", "rows", rows,
                "signatures", List.of(Signature.signed("documents.print.accountant", "Nguyễn Thị Hạnh"),
                        Signature.sealed("documents.print.director", "Trần Văn Bưởi")));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }
}
