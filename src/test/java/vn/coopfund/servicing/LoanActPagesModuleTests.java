package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import vn.coopfund.access.Role;

/** The pages and calls of acts that wait: what they show before, that they happen once, and for whom. */
class LoanActPagesModuleTests extends LoanModuleTest {

    static final LocalDate LATE = LocalDate.of(2026, 6, 15);

    @Autowired
    MockMvc mvc;
    @Autowired
    Proposals proposals;

    @Test
    void aReceiptIsTakenBackFromItsPage() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        long paid = pay(loan, 70_636_986, FIRST_DUE).id();
        String path = "/loans/" + loan + "/repayments/" + paid + "/reversal";
        see(Role.ACCOUNTANT, "/loans/" + loan + "/repayments", path, "70.636.986");
        see(Role.ACCOUNTANT, path, "Hủy khoản thu", "70.636.986");
        send(Role.ACCOUNTANT, path + "/preview", "why", "").andExpect(shows("<title>Lỗi:", "Hãy ghi lý do"));
        send(Role.ACCOUNTANT, path + "/preview", "why", "Ghi nhầm").andExpect(shows("1283", "437.500.000", "name=\"_once\"",
                "value=\"Ghi nhầm\"", "Kế toán trưởng"));
        assertThat(proposals.pending(loan)).isEmpty();
        send(Role.ACCOUNTANT, path, "why", "Ghi nhầm");
        long waits = proposals.pending(loan).get(0).id();
        see(Role.CHIEF_ACCOUNTANT, "/proposals", "/proposals/" + waits, "Chờ bạn");
        see(Role.CHIEF_ACCOUNTANT, "/proposals/" + waits, "Xác nhận và thực hiện", "Ghi nhầm", "1388");
        see(Role.DIRECTOR, "/proposals/" + waits, "Bạn xem được nhưng không quyết định");
        see(Role.LOAN_OFFICER, "/loans/" + loan, "/proposals/" + waits);
        send(Role.CHIEF_ACCOUNTANT, "/proposals/" + waits + "/rejection", "reason", "").andExpect(shows("<title>Lỗi:"));
        send(Role.ACCOUNTANT, "/proposals/" + waits + "/confirmation", "a", "b").andExpect(status().isForbidden());
        send(Role.CHIEF_ACCOUNTANT, "/proposals/" + waits + "/confirmation", "_once", "c" + waits)
                .andExpect(redirectedUrl("/loans/" + loan));
        send(Role.CHIEF_ACCOUNTANT, "/proposals/" + waits + "/confirmation", "_once", "c" + waits)
                .andExpect(redirectedUrl("/loans/" + loan));
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        see(Role.CHIEF_ACCOUNTANT, "/proposals/" + waits, "Đã xác nhận");
        see(Role.ACCOUNTANT, "/loans/" + loan + "/repayments", "Đã hủy ngày");
        see(Role.CASHIER, "/loans/" + loan, "Giải ngân lần 1");
    }

    @Test
    void aDisbursementIsTakenBackAndTheRestReleasedFromTheirPages() throws Exception {
        long loan = disbursed(false);
        String path = "/loans/" + loan + "/disbursements/" + loans.disbursement(loan).id() + "/reversal";
        see(Role.ACCOUNTANT, "/loans/" + loan, path);
        see(Role.ACCOUNTANT, path, "Ngày tiền về Quỹ");
        send(Role.ACCOUNTANT, path + "/preview", "why", "Ngân hàng trả lại", "returnedOn", "2026-01-15")
                .andExpect(shows("500.000.000", "Đã ký hợp đồng"));
        confirm(proposed(send(Role.ACCOUNTANT, path, "why", "Ngân hàng trả lại", "returnedOn", "2026-01-15"), loan), Role.CHIEF_ACCOUNTANT);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        see(Role.LOAN_OFFICER, "/loans/" + loan + "/undrawn", "500.000.000");
        send(Role.LOAN_OFFICER, "/loans/" + loan + "/undrawn/preview", "why", "Thôi vay").andExpect(shows("Đã hủy", "Giám đốc Quỹ"));
    }

    @Test
    void creditAndInterestAndDatesHaveTheirPages() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(LATE);
        see(Role.LOAN_OFFICER, "/loans/" + loan, "/waiver", "/restructuring", "OVERDUE_NOTICE");
        see(Role.LOAN_OFFICER, "/loans/" + loan + "/waiver", "1.034.075", "135.988");
        send(Role.LOAN_OFFICER, "/loans/" + loan + "/waiver/preview", "interest", "1.000.000", "overdueInterest", "",
                "lateInterest", "", "why", "Mất mùa").andExpect(shows("635", "1388", "1.000.000"));
        see(Role.LOAN_OFFICER, "/loans/" + loan + "/restructuring", "71.428.574", "15/01/2028".substring(6));
        see(Role.LOAN_OFFICER, "/loans/" + loan + "/restructuring?kind=EXTEND&newEnd=2028-07-15", "2028-07-15");
        send(Role.LOAN_OFFICER, "/loans/" + loan + "/restructuring/preview", "kind", "EXTEND", "rows[0].dueOn", "2028-07-15",
                "rows[0].amount", "500.000.000", "why", "Mất mùa").andExpect(shows("Lịch trước", "Lịch sau", "15/07/2028",
                "Lưu phương án"));
        send(Role.LOAN_OFFICER, "/loans/" + loan + "/restructuring/preview", "kind", "EXTEND", "rows[0].dueOn", "2028-07-15",
                "rows[0].amount", "1", "why", "Mất mùa").andExpect(shows("<title>Lỗi:", "phải bằng dư nợ gốc"));
        pay(loan, 80_000_000, LATE);
        see(Role.ACCOUNTANT, "/loans/" + loan + "/refund", "8.192.951");
        send(Role.ACCOUNTANT, "/loans/" + loan + "/refund/preview", "amount", "8.192.951", "channel", "CASH", "account", "",
                "why", "Khách xin rút").andExpect(status().isOk());
    }

    @Test
    void aLiveLoanIsTakenOnFromItsPage() throws Exception {
        see(Role.ACCOUNTANT, "/loans", "/loans/taken-on");
        see(Role.ACCOUNTANT, "/loans/taken-on", "HTX vải thiều", "4118");
        String number = borrower + "/2024/HĐTD";
        String[] fields = {"borrowerId", String.valueOf(borrower), "contractNumber", number, "signedOn", "2024-04-10",
            "projectName", "Nhà lưới", "firstDisbursedOn", "2024-04-15", "annualRate", "7.3", "overdueFactor", "150",
            "lateInterestRate", "10", "principal", "300.000.000", "interestAccrued", "", "restructureCount", "0",
            "debtGroup", "1", "account", "33888", "capitalSource", "", "why", "Sổ cũ", "rows[0].dueOn", "2026-10-15",
            "rows[0].principal", "300.000.000"};
        send(Role.ACCOUNTANT, "/loans/taken-on/preview", also(fields, "arrears[0].interest", "1.000"))
                .andExpect(shows("<title>Lỗi:", "phải có ngày đến hạn"));
        send(Role.ACCOUNTANT, "/loans/taken-on/preview", also(fields, "arrears[0].dueOn", "2026-01-02", "arrears[0].interest", "-5"))
                .andExpect(shows("<title>Lỗi:"));
        send(Role.ACCOUNTANT, "/loans/taken-on/preview", fields).andExpect(shows("1283", "33888", "name=\"rows[0].dueOn\""));
        send(Role.ACCOUNTANT, "/loans/taken-on", fields).andExpect(status().is3xxRedirection());
        long waits = proposals.pending(null).stream().filter(one -> one.kind() == ProposalKind.TAKE_ON_LOAN)
                .reduce((one, later) -> later).orElseThrow().id();
        see(Role.CHIEF_ACCOUNTANT, "/proposals/" + waits, "33888", "Sổ cũ");
        send(Role.CHIEF_ACCOUNTANT, "/proposals/" + waits + "/confirmation", "_once", "t" + waits)
                .andExpect(status().is3xxRedirection());
        long loan = jdbc.sql("select id from servicing.loan where contract_number = ?").param(number).query(Long.class).single();
        see(Role.LOAN_OFFICER, "/loans/" + loan, "Nhà lưới", "300.000.000");
        mvc.perform(get("/api/v1/loans/" + loan).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.applicationId").doesNotExist());
        see(Role.LOAN_OFFICER, "/loans/" + loan + "/statement", "Tiếp nhận dư nợ");
        mvc.perform(get("/loans/taken-on").with(staff.signedIn(Role.CASHIER)).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void callsAnswerThatTheyWaitOnceForAKey() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        long paid = pay(loan, 80_000_000, FIRST_DUE).id();
        String reversal = "/api/v1/loans/" + loan + "/repayments/" + paid + "/reversal";
        call(Role.ACCOUNTANT, reversal, "{}", "a" + loan).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        for (int sending = 0; sending < 2; sending++) {
            call(Role.ACCOUNTANT, reversal, "{\"reason\":\"Ghi nhầm\"}", "b" + loan).andExpect(status().isAccepted())
                    .andExpect(jsonPath("$.state").value("PENDING")).andExpect(jsonPath("$.kind").value("REVERSE_REPAYMENT"));
        }
        call(Role.ACCOUNTANT, reversal, "{\"reason\":\"Ghi nhầm\"}", "c" + loan).andExpect(status().isConflict());
        call(Role.ACCOUNTANT, reversal, "{\"reason\":\"Ghi nhầm\"}", null).andExpect(status().isBadRequest());
        call(Role.DIRECTOR, reversal, "nonsense", "d" + loan).andExpect(status().isForbidden());
        long waits = proposals.pending(loan).get(0).id();
        call(Role.CHIEF_ACCOUNTANT, "/api/v1/proposals/" + waits + "/rejection", "{\"reason\":\"Đúng khoản vay\"}", null)
                .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("REJECTED"));
        call(Role.ACCOUNTANT, "/api/v1/loans/" + loan + "/refunds",
                "{\"amount\":9363014,\"channel\":\"CASH\",\"reason\":\"Khách xin rút\"}", "e" + loan)
                .andExpect(status().isUnprocessableEntity());
        call(Role.ACCOUNTANT, "/api/v1/loans/" + loan + "/refunds",
                "{\"amount\":9363014,\"channel\":\"BANK\",\"account\":\"123\",\"reason\":\"Khách xin rút\"}", "f" + loan)
                .andExpect(status().isAccepted());
        long refund = proposals.pending(loan).get(0).id();
        call(Role.CHIEF_ACCOUNTANT, "/api/v1/proposals/" + refund + "/confirmation", "", "g" + loan)
                .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("POSTED"));
        call(Role.LOAN_OFFICER, "/api/v1/loans/" + loan + "/restructurings",
                "{\"kind\":\"EXTEND\",\"newEnd\":\"2028-07-15\",\"reason\":\"Mất mùa\"}", "h" + loan).andExpect(status().isAccepted());
        mvc.perform(get("/api/v1/loans/" + loan + "/disbursements").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(jsonPath("$[0].tranche").value(1));
        mvc.perform(get("/api/v1/proposals").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].waitsFor").isArray());
        mvc.perform(get("/api/v1/proposals?page=1000&size=1").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isEmpty()).andExpect(jsonPath("$.page").value(1000))
                .andExpect(jsonPath("$.size").value(1));
        call(Role.LOAN_OFFICER, "/api/v1/loans/" + loan + "/restructurings",
                "{\"kind\":\"EXTEND\",\"rows\":[null],\"reason\":\"Mất mùa\"}", "n" + loan).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value(containsString("rows")));
        call(Role.LOAN_OFFICER, "/api/v1/loans/" + loan + "/restructurings", "{\"kind\":\"ADJUST\",\"reason\":\"Mất mùa\"}", "i" + loan)
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("rows"));
        mvc.perform(get("/api/v1/proposals").with(staff.signedIn(Role.CASHIER))).andExpect(status().isForbidden());
    }

    @Test
    void whatFitsNoMoreIsShownAndWithdrawn() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(LATE);
        Proposed waits = proposed(send(Role.LOAN_OFFICER, "/loans/" + loan + "/waiver", "interest", "8.000.000",
                "overdueInterest", "", "lateInterest", "", "why", "Mất mùa"), loan);
        mvc.perform(get("/proposals").with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk());
        pay(loan, 80_000_000, LATE);
        see(Role.LOAN_OFFICER, "/proposals", "Không còn thực hiện được");
        see(Role.LOAN_OFFICER, "/loans/" + loan, "Hiện không còn thực hiện được.");
        see(Role.DIRECTOR, "/proposals/" + waits.id(), "/rejection");
        mvc.perform(get("/api/v1/proposals/" + waits.id()).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.hindered[0]").isNotEmpty());
        call(Role.ACCOUNTANT, "/api/v1/proposals/" + waits.id() + "/withdrawal", "", null).andExpect(status().isForbidden());
        send(Role.LOAN_OFFICER, "/proposals/" + waits.id() + "/withdrawal")
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl("/loans/" + loan));
        see(Role.CONTROLLER, "/proposals/" + waits.id(), "Đã rút lại");
    }

    @Test
    void aSlipOfThePenMovesNoMoney() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        call(Role.ACCOUNTANT, "/api/v1/loans/" + loan + "/repayments", "{\"amount\":1000000,\"valueDate\":\"" + FIRST_DUE
                + "\",\"channel\":\"CASH\",\"erly\":\"PAYOFF\"}", "slip" + loan).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("erly"));
        assertThat(file(loan).position().credit()).isZero();
    }

    @Test
    void aLoanTakenOnByACallSaysWhatIsMissing() throws Exception {
        call(Role.ACCOUNTANT, "/api/v1/loans/taken-on", "{}", "none-" + borrower).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field").value(org.hamcrest.Matchers.containsInAnyOrder("reason", "borrowerId",
                        "contractNumber", "projectName", "signedOn", "firstDisbursedOn", "annualRate", "principal", "rows")));
        call(Role.ACCOUNTANT, "/api/v1/loans/taken-on", "{\"borrowerId\":\"" + borrower + "\",\"contractNumber\":\"CŨ-" + borrower
                + "\",\"signedOn\":\"2025-04-10\",\"projectName\":\"Nhà lưới\",\"firstDisbursedOn\":\"2025-04-15\","
                + "\"annualRate\":\"6.6\",\"principal\":1000000,\"account\":\"33888\",\"rows\":[{\"dueOn\":\"2030-10-15\","
                + "\"amount\":1000000}],\"reason\":\"Sổ cũ\"}", "given-" + borrower).andExpect(status().isAccepted());
    }

    @Test
    void asManyRowsAsAreAskedFor() throws Exception {
        send(Role.ACCOUNTANT, "/loans/taken-on/preview", "more", "true").andExpect(shows("rows[23].dueOn", "arrears[7].dueOn"));
    }

    private Proposed proposed(ResultActions done, long loan) throws Exception {
        done.andExpect(status().is3xxRedirection());
        return Proposed.of(proposals.pending(loan).get(0));
    }

    private void see(Role role, String path, String... words) throws Exception {
        mvc.perform(get(path).with(staff.signedIn(role)).with(csrf())).andExpect(status().isOk()).andExpect(shows(words));
    }

    private ResultActions send(Role role, String path, String... fields) throws Exception {
        var request = post(path).with(staff.signedIn(role)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    private ResultActions call(Role role, String path, String body, String key) throws Exception {
        var request = post(path).with(staff.signedIn(role)).contentType(MediaType.APPLICATION_JSON).content(body);
        return mvc.perform(key == null ? request : request.header("Idempotency-Key", key));
    }

    private static String[] also(String[] fields, String... more) {
        return java.util.stream.Stream.of(fields, more).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }

    private static ResultMatcher shows(String... words) {
        @SuppressWarnings("unchecked")
        Matcher<String>[] all = java.util.Arrays.stream(words).map(word -> containsString(word)).toArray(Matcher[]::new);
        return content().string(allOf(allOf(all), not(containsString("??"))));
    }
}
