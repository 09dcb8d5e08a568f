package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
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

    private static String csv(Object... cells) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Export.CSV.answer(response, "t", List.of("c"), rows -> rows.add(cells));
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).lines().toList().get(1);
    }
}
