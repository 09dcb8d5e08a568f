package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.schedule.EarlyRepayment;

class LoanPagesModuleTests extends LoanModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    LinkSignIn linkSignIn;

    @Test
    void listShowsWhatIsPastDue() throws Exception {
        disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 6, 15));
        mvc.perform(get("/loans?pastDue=true&sort=-daysPastDue").with(staff.signedIn(Role.LOAN_OFFICER)).with(csrf()))
                .andExpect(status().isOk()).andExpect(shows("Quá hạn 61 ngày", "500.000.000"));
        mvc.perform(get("/loans?q=khong-co-khoan-nao-nhu-vay").with(staff.signedIn(Role.LOAN_OFFICER)).with(csrf()))
                .andExpect(shows("Không có khoản vay nào")).andExpect(content().string(not(containsString("<tbody>"))));
        mvc.perform(get("/loans/export.csv").with(staff.signedIn(Role.LOAN_OFFICER)).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString("Số ngày quá hạn")));
    }

    @Test
    void borrowerSeesWhatToPayAndNotTheFundsOwnWords() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 6, 15));
        Actor director = staff.named("htx-page-" + borrower, Role.BORROWER);
        linkSignIn.link(borrower, director.username());
        mvc.perform(get("/loans/" + loan).with(Staff.signedIn(director)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows("71.807.049", "15/04/2026", "62.500.000", "Giấy nhận nợ"))
                .andExpect(content().string(not(containsString("Nhóm 3"))));
        mvc.perform(get("/loans/" + loan + "/statement").with(Staff.signedIn(director)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows("Giải ngân"));
        mvc.perform(get("/loans/" + loan + "/payoff?on=2026-06-15").with(Staff.signedIn(director)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows("514.132.734"));
    }

    @Test
    void showsBeforeItHappensAndHappensOnce() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        mvc.perform(get("/loans/" + loan + "/repayment").with(staff.signedIn(Role.ACCOUNTANT)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows("value=\"70.636.986\""));
        mvc.perform(post("/loans/" + loan + "/repayment/preview").with(staff.signedIn(Role.ACCOUNTANT)).with(csrf())
                .param("amount", "70.636.986").param("valueDate", "2026-04-15").param("channel", "BANK")
                .param("reference", "FT-page-" + loan).param("early", "")).andExpect(status().isOk())
                .andExpect(shows("1283", "8.136.986", "437.500.000", "name=\"_once\""));
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        for (int sending = 0; sending < 2; sending++) {
            mvc.perform(post("/loans/" + loan + "/repayment").with(staff.signedIn(Role.ACCOUNTANT)).with(csrf())
                    .param("_once", "page-" + loan).param("amount", "70.636.986").param("valueDate", "2026-04-15")
                    .param("channel", "BANK").param("reference", "FT-page-" + loan).param("early", ""))
                    .andExpect(redirectedUrl("/loans/" + loan));
        }
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
        String voucher = jdbc.sql("select voucher_id from servicing.repayment where loan_id = ?").param(loan)
                .query(String.class).single();
        mvc.perform(get("/loans/" + loan + "/statement").with(staff.signedIn(Role.ACCOUNTANT)).with(csrf()))
                .andExpect(shows("/vouchers/" + voucher + ".pdf"));
        mvc.perform(get("/vouchers/" + voucher + ".pdf").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
    }

    /** Back, another amount, sent again: nobody is told that money was taken which was not. */
    @Test
    void theSameFormWithOtherFiguresIsRefused() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        sendReceipt(loan, "10.000.000").andExpect(redirectedUrl("/loans/" + loan));
        long after = balanceOf("1388", loan) + balanceOf("1283", loan);
        sendReceipt(loan, "70.000.000").andExpect(status().isOk()).andExpect(shows("đã được gửi với nội dung khác"));
        assertThat(balanceOf("1388", loan) + balanceOf("1283", loan)).isEqualTo(after);
        assertThat(jdbc.sql("select count(*) from servicing.repayment where loan_id = ?").param(loan).query(Integer.class).single())
                .isEqualTo(1);
    }

    private org.springframework.test.web.servlet.ResultActions sendReceipt(long loan, String amount) throws Exception {
        return mvc.perform(post("/loans/" + loan + "/repayment").with(staff.signedIn(Role.ACCOUNTANT)).with(csrf())
                .param("_once", "again-" + loan).param("amount", amount).param("valueDate", "2026-04-15").param("channel", "BANK")
                .param("reference", "FT-again-" + loan).param("early", ""));
    }

    @Test
    void namesTheFieldsThatAreWrong() throws Exception {
        long loan = disbursed(false);
        mvc.perform(post("/loans/" + loan + "/repayment/preview").with(staff.signedIn(Role.ACCOUNTANT)).with(csrf())
                .param("amount", "0").param("valueDate", "2026-02-15").param("channel", "BANK")).andExpect(status().isOk())
                .andExpect(shows("<title>Lỗi:", "href=\"#amount\"", "Số tiền phải lớn hơn 0 đồng"));
    }

    @Test
    void aPersonGivesTheBanksReferenceAndSaysWhyItIsLate() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(20));
        mvc.perform(post("/loans/" + loan + "/repayment/preview").with(staff.signedIn(Role.ACCOUNTANT)).with(csrf())
                .param("amount", "1.000.000").param("valueDate", "2026-04-15").param("channel", "BANK")).andExpect(status().isOk())
                .andExpect(shows("href=\"#reference\"", "href=\"#why\""));
        RepaymentResult waits = pay(loan, 1_000_000, FIRST_DUE);
        mvc.perform(get("/proposals/" + waits.id()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(shows("Ghi nhận sau ngày tiền về 20 ngày"));
    }

    @Test
    void aSettledLoanAsksForNothingMore() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(DISBURSED.plusDays(30));
        pay(loan, file(loan).position().payoffQuote().total(), businessDay.today(), EarlyRepayment.PAYOFF);
        mvc.perform(get("/loans/" + loan).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(shows("Không còn phải trả"));
    }

    @Test
    void whatWasPaidAheadOfTheRowsStandsInTheTotal() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        pay(loan, 70_636_986 + 50_000_000, FIRST_DUE, EarlyRepayment.SMALLER);
        assertThat(file(loan).earlyPrincipal()).isEqualTo(50_000_000);
        mvc.perform(get("/loans/" + loan).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(shows("Gốc trả trước, ngoài các kỳ"));
    }

    @Test
    void proposalsAreDecidedOnTheirPage() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(20));
        RepaymentResult waits = pay(loan, 70_636_986, FIRST_DUE);
        mvc.perform(get("/proposals/" + waits.id()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows("70.636.986", "Xác nhận và thực hiện"));
        mvc.perform(get("/proposals").with(staff.signedIn(Role.CHIEF_ACCOUNTANT)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows("/proposals/" + waits.id()));
        mvc.perform(post("/proposals/" + waits.id() + "/confirmation").with(staff.signedIn(Role.CHIEF_ACCOUNTANT))
                .with(csrf())).andExpect(redirectedUrl("/loans/" + loan));
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
    }

    @Test
    void everyTaskShowsWhatItsDoerMustSee() throws Exception {
        long loan = signed(true);
        looksAt(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", "Nhà sơ chế vải thiều", "CIC");
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        looksAt(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", "Tiền gửi ngân hàng (112)", "8.136.986", "2508201001234");
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        looksAt(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", "Chuyển khoản", "500.000.000");
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        looksAt(loan, Role.DIRECTOR, "Task_ApproveDisbursement", "Chờ duyệt");
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        looksAt(loan, Role.CASHIER, "Task_PayDisbursement", "Chờ chi");
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        close(FIRST_DUE);
        looksAt(loan, Role.LOAN_OFFICER, "Task_RemindOverdue", "Nhóm 1", "8.589.041");
        pay(loan, file(loan).position().payoffQuote().total(), businessDay.today(), EarlyRepayment.PAYOFF);
        looksAt(loan, Role.LOAN_OFFICER, "Task_ReleaseCollateral", "Quyền sử dụng đất");
    }

    private void looksAt(long loan, Role role, String task, String... words) throws Exception {
        mvc.perform(get("/tasks/" + task(loan, task).id()).with(staff.signedIn(role)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows(words));
    }

    @Test
    void daysPageShowsTheOpenDay() throws Exception {
        mvc.perform(get("/days").with(staff.signedIn(Role.CHIEF_ACCOUNTANT)).with(csrf())).andExpect(status().isOk())
                .andExpect(shows("10/01/2026"));
        mvc.perform(get("/days").with(staff.signedIn(Role.ALLIANCE_VIEWER)).with(csrf())).andExpect(status().isForbidden());
    }

    private static ResultMatcher shows(String... words) {
        @SuppressWarnings("unchecked")
        Matcher<String>[] all = java.util.Arrays.stream(words).map(word -> containsString(word)).toArray(Matcher[]::new);
        return content().string(allOf(allOf(all), not(containsString("??"))));
    }
}
