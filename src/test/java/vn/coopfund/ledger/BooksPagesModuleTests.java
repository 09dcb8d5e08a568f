package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;

class BooksPagesModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    Journal journal;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    People people;

    Staff staff;
    LocalDate today;
    Posted posted;

    @BeforeEach
    void postOne() {
        staff = new Staff(people);
        today = businessDay.today();
        posted = transaction.execute(status -> journal.post(Entries.transfer(today, 7_654_321)));
    }

    @Test
    void journalBeginsWithThisMonthInItsAddress() throws Exception {
        open("/books/journal").andExpect(redirectedUrl("/books/journal?from=" + today.withDayOfMonth(1)));
    }

    @Test
    void journalShowsLinesAndTotals() throws Exception {
        open("/books/journal?size=1000&from=" + today).andExpect(status().isOk())
                .andExpect(content().string(containsString("Sổ nhật ký chung")))
                .andExpect(content().string(containsString("7.654.321")))
                .andExpect(content().string(containsString("/books/entries/" + posted.entryId())))
                .andExpect(content().string(containsString("/books/journal.xlsx?from=")));
    }

    @Test
    void entryShowsItsDatesAndLines() throws Exception {
        open("/books/entries/" + posted.entryId()).andExpect(status().isOk())
                .andExpect(content().string(containsString("112 – Tiền gửi không kỳ hạn")));
    }

    @Test
    void bookOfAnAccountRunsItsBalance() throws Exception {
        open("/books/accounts/111?size=1000&from=" + today.withDayOfYear(1)).andExpect(status().isOk())
                .andExpect(content().string(containsString("Sổ cái tài khoản 111 – Tiền mặt")))
                .andExpect(content().string(containsString("Số dư cuối kỳ")));
    }

    @Test
    void secondPageOfABookGoesOnWithTheBalanceOfTheFirst() throws Exception {
        transaction.execute(status -> journal.post(Entries.transfer(today, 1_000)));
        String csv = file("/books/accounts/111.csv?from=" + today.withDayOfYear(1));
        long last = csv.lines().count() - 2;
        String balance = csv.lines().reduce((first, second) -> second).orElseThrow().split(",")[7];
        open("/books/accounts/111?from=" + today.withDayOfYear(1) + "&size=1&page=" + last).andExpect(status().isOk())
                .andExpect(content().string(containsString(vn.coopfund.money.DongFormat.figures(Long.parseLong(balance)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/books/accounts", "/books/memorandum", "/books/trial-balance?on=2026-01-31"})
    void otherBooksOpen(String page) throws Exception {
        open(page).andExpect(status().isOk());
    }

    @Test
    void trialBalanceShowsMovedAccountsOnly() throws Exception {
        open("/books/trial-balance?on=" + today).andExpect(status().isOk())
                .andExpect(content().string(containsString("Tiền gửi không kỳ hạn")));
    }

    @Test
    void downloadSpeaksTheReadersLanguageAndIsMarked() throws Exception {
        assertThat(file("/books/journal.csv?from=" + today)).startsWith("\ufeffBút toán,Ngày giá trị,Ngày ghi sổ,");
        open("/books/trial-balance.xlsx?on=" + today).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/books/journal?from=2026-01-01", "/books/journal.csv", "/books/accounts/111", "/books/trial-balance",
        "/books/entries/1"})
    void othersDoNotReadTheBooks(String page) throws Exception {
        mvc.perform(get(page).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
        mvc.perform(get(page).with(staff.signedIn(Role.BORROWER))).andExpect(status().isForbidden());
    }

    @Test
    void unknownAccountIsNotFound() throws Exception {
        open("/books/accounts/999").andExpect(status().isNotFound());
        open("/books/entries/7").andExpect(status().isNotFound());
    }

    private ResultActions open(String page) throws Exception {
        return mvc.perform(get(page).with(staff.signedIn(Role.ACCOUNTANT)));
    }

    private String file(String page) throws Exception {
        return open(page).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
