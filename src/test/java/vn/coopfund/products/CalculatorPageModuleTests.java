package vn.coopfund.products;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

class CalculatorPageModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;

    private static MockHttpServletRequestBuilder example(String page) {
        return get(page).queryParam("amount", "500.000.000").queryParam("disbursedOn", "2026-01-15")
                .queryParam("rate", "6,6").queryParam("term", "24").queryParam("every", "3");
    }

    private static ResultMatcher shows(String... words) {
        return result -> {
            for (String one : words) {
                content().string(containsString(one)).match(result);
            }
            content().string(not(containsString("??"))).match(result);
        };
    }

    @Test
    void anyoneFindsAFormFilledInAsTheRegulationHasIt() throws Exception {
        mvc.perform(get("/calculator")).andExpect(status().isOk())
                .andExpect(shows("Tính thử lịch trả nợ", "6,6\u00a0%/năm", "60 tháng", "value=\"6,6\"", "value=\"24\""))
                .andExpect(content().string(allOf(not(containsString("Lỗi:")), not(containsString("id=\"schedule\"")))));
        mvc.perform(get("/sign-in")).andExpect(shows("href=\"/calculator\""));
    }

    @Test
    void scheduleStandsUnderTheForm() throws Exception {
        mvc.perform(example("/calculator")).andExpect(status().isOk()).andExpect(shows("value=\"500.000.000\"",
                "70.636.986\u00a0đ, ngày 15/04/2026", "8.136.986", "15/01/2028", "1.039.726", "37.045.890\u00a0đ", "537.045.890\u00a0đ",
                "data-chart", "/calculator/schedule.csv?amount=500.000.000", "/calculator/schedule.xlsx?amount=500.000.000"));
        mvc.perform(example("/calculator").queryParam("lang", "en"))
                .andExpect(shows("Loan calculator", "70.636.986\u00a0đ on 15/04/2026", "37.045.890\u00a0đ"));
    }

    @Test
    void namesDayCountAndRounding() throws Exception {
        mvc.perform(example("/calculator")).andExpect(shows("Số ngày thực tế, một năm 365 ngày",
                "Làm tròn tiền lãi", "từ nửa đồng trở lên làm tròn lên"));
        // 500,000,000 · 6.6 % · 90 / 360
        mvc.perform(example("/calculator").queryParam("dayCount", "ACT_360")).andExpect(shows("8.250.000", ">90/360<", ">91/360<"));
    }

    @Test
    void showsTheDaysThatWereCounted() throws Exception {
        mvc.perform(example("/calculator")).andExpect(shows(">90/365<", ">92/365<"));
        mvc.perform(example("/calculator").queryParam("dayCount", "ACT_ACT_ISDA")).andExpect(shows(">(78/365 + 14/366)<"));
        mvc.perform(example("/calculator").queryParam("dayCount", "THIRTY_360")).andExpect(shows(">90/360<"))
                .andExpect(content().string(not(containsString(">92/360<"))));
    }

    @Test
    void everyTermStandsBesideTheSchedule() throws Exception {
        mvc.perform(example("/calculator").queryParam("interestEvery", "1").queryParam("multiple", "1.000")
                .queryParam("rateUnit", "MONTH").queryParam("rateConversion", "DAYS_365_OVER_30")
                .queryParam("tranches", "15/01/2026 300.000.000\n15/02/2026 200.000.000"))
                .andExpect(shows(">1 tháng<", ">1.000\u00a0đ<", "15/02/2026 200.000.000</span>", ">Nhân 365, chia 30</span>"));
    }

    @Test
    void takesAgreedRows() throws Exception {
        mvc.perform(example("/calculator").queryParam("method", "CUSTOM")
                .queryParam("principals", "15/04/2026 200.000.000\r\n\r\n 15/7/2026  300.000.000 đ"))
                .andExpect(shows("208.136.986\u00a0đ, ngày 15/04/2026", "304.936.438", "15/07/2026"));
    }

    @Test
    void namesTheLineThatIsNotRight() throws Exception {
        mvc.perform(example("/calculator").queryParam("method", "CUSTOM")
                .queryParam("principals", "15/04/2026 200.000.000\n31/02/2026 300.000.000"))
                .andExpect(shows("Dòng 2 chưa đúng", "href=\"#principals\""));
        mvc.perform(example("/calculator").queryParam("method", "CUSTOM").queryParam("principals", "15/04/2026 1"))
                .andExpect(shows("href=\"#principals\""));
    }

    @Test
    void peopleOfTheFundFindItInTheHead() throws Exception {
        Staff staff = new Staff(people);
        mvc.perform(example("/calculator").queryParam("method", "BULLET").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(shows("Tính lịch trả nợ", "aria-current=\"page\"", "8.136.986"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "amount      | ''                   | amount      | Hãy nhập mục này",
        "amount      | 0                    | amount      | Số tiền phải lớn hơn 0",
        "amount      | 1.5                  | amount      | Nhập số tiền bằng đồng",
        "amount      | 2.000.000.000.000.000 | amount     | tối đa 1.000.000.000.000.000",
        "disbursedOn | 2026-02-30           | disbursedOn | Nhập ngày có thật",
        "disbursedOn | ''                   | disbursedOn | Hãy nhập mục này",
        "rate        | x                    | rate        | Nhập lãi suất theo phần trăm",
        "rate        | -1                   | rate        | Nhập lãi suất theo phần trăm",
        "rate        | 101                  | rate        | Lãi suất phải từ 0 đến 100 %",
        "rate        | ''                   | rate        | Hãy nhập mục này",
        "term        | 25                   | term        | phải chia hết cho kỳ trả nợ 3 tháng",
        "term        | 0                    | term        | Không nhỏ hơn 1",
        "term        | 6000                 | term        | không quá 600 kỳ",
        "term        | ''                   | term        | Hãy nhập mục này",
        "term        | 2.5                  | term        | Nhập số nguyên",
        "every       | 5                    | every       | Chọn một trong các kỳ trả nợ",
        "every       | 0                    | every       | Chọn một trong các kỳ trả nợ",
        "every       | ''                   | every       | Hãy nhập mục này",
        "method      | CUSTOM               | principals  | Hãy nhập mục này",
        "method      | X                    | method      | Không đọc được giá trị này",
        "method      | ''                   | method      | Hãy nhập mục này"})
    void saysAtTheFieldWhatToDo(String name, String value, String field, String words) throws Exception {
        mvc.perform(example("/calculator").param("method", "EQUAL_PRINCIPAL").with(request -> {
            request.setParameter(name, value);
            return request;
        })).andExpect(status().isOk())
                .andExpect(shows("<title>Lỗi:", "href=\"#" + field + "\"", "id=\"" + field + "-error\"", words))
                .andExpect(content().string(not(containsString("id=\"schedule\""))));
    }

    @Test
    void downloadsTheSchedule() throws Exception {
        mvc.perform(example("/calculator/schedule.csv")).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("schedule.csv")))
                .andExpect(content().string(allOf(containsString("Kỳ,Tính lãi từ ngày,Ngày trả"),
                        containsString("1,2026-01-15,2026-04-15,90,90/365,62500000,8136986,70636986,437500000"))));
        mvc.perform(example("/calculator/schedule.xlsx")).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("schedule.xlsx")));
    }

    @Test
    void downloadOfNothingLeadsBackToTheForm() throws Exception {
        mvc.perform(get("/calculator/schedule.csv")).andExpect(redirectedUrl("/calculator?amount="));
        mvc.perform(get(URI.create("/calculator/schedule.csv?amount=x&note=%7Ba%7D")))
                .andExpect(redirectedUrl("/calculator?amount=x&note=%7Ba%7D"));
        mvc.perform(get("/calculator/schedule.exe")).andExpect(status().isNotFound());
    }
}
