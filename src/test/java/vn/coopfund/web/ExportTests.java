package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.coopfund.money.Dong;

class ExportTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "-|-", "*/*|-", "application/json|-", "text/csv|CSV", "text/*|CSV",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet|XLSX",
        "text/csv, */*;q=0.1|CSV", "application/json, text/csv;q=0.5|-"})
    void acceptSaysWhichFile(String accept, Export file) {
        MockHttpServletRequest call = new MockHttpServletRequest();
        if (accept != null) {
            call.addHeader("Accept", accept);
        }
        assertThat(Export.wanted(call)).isEqualTo(java.util.Optional.ofNullable(file));
    }

    @Test
    void textThatLooksLikeAFormulaStaysAText() {
        assertThat(csv("=1+1", "+84", "-5", "@x", "a=b", -5L, Dong.of(7), LocalDate.of(2026, 1, 15), null, "a,\"b\""))
                .isEqualTo("'=1+1,'+84,'-5,'@x,a=b,-5,7,2026-01-15,,\"a,\"\"b\"\"\"");
    }

    @Test
    void downloadIsMarkedForSpreadsheets() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Export.CSV.download(response, "sổ", List.of("một"), rows -> { });
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)).isEqualTo("\ufeffmột\r\n");
    }

    @Test
    void aProgramAsksForTheMark() {
        MockHttpServletRequest call = new MockHttpServletRequest();
        call.setParameter("bom", "true");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(call));
        try {
            MockHttpServletResponse response = new MockHttpServletResponse();
            Export.CSV.answer(response, "t", List.of("c"), rows -> { });
            assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)).isEqualTo("\ufeffc\r\n");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void lettersAndNumbersAreWrittenWhole() {
        assertThat(csv("Nhà sơ chế vải thiều 😀", Long.MIN_VALUE, Long.MAX_VALUE, 0L, " x", "\ud800!", new BigDecimal("6.6")))
                .isEqualTo("Nhà sơ chế vải thiều 😀,-9223372036854775808,9223372036854775807,0,\" x\",?!,6.6");
    }

    @Test
    void workbookIsAZipOfWellFormedPartsWithNumbersAsNumbers() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Export.XLSX.answer(response, "t", List.of("a", "b"), rows -> {
            rows.add("=1+1", 1_234_567_890_123L);
            rows.add("a<b & \u0001c", new BigDecimal("6.6"));
            rows.add(LocalDate.of(2026, 1, 15), (1L << 53) + 1);
            rows.add(null, Dong.of(-7));
        });
        Map<String, Document> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), DocumentBuilderFactory.newInstance().newDocumentBuilder()
                        .parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        assertThat(parts.keySet()).containsExactly("[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels",
                "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
        var cells = parts.get("xl/worksheets/sheet1.xml").getElementsByTagName("c");
        assertThat(IntStream.range(2, cells.getLength()).mapToObj(i -> (Element) cells.item(i))
                .map(cell -> cell.getAttribute("r") + " " + cell.getAttribute("t") + " " + cell.getTextContent()))
                .containsExactly("A2 inlineStr =1+1", "B2  1234567890123", "A3 inlineStr a<b &  c", "B3  6.6", "A4  46037",
                        "B4 inlineStr 9007199254740993", "B5  -7");
    }

    private static String csv(Object... cells) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Export.CSV.answer(response, "t", List.of("c"), rows -> rows.add(cells));
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).lines().toList().get(1);
    }
}
