package vn.coopfund.ledger;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;

/** The pages on which the books are closed, corrected and verified. */
class ControlPagesModuleTests extends ModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    BusinessDay businessDay;

    Staff staff;

    @BeforeEach
    void meetPeople() {
        staff = new Staff(people);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/books/periods?year=2026", "/books/proposals", "/books/templates", "/books/verification?walk=true",
        "/books/manual-entry", "/books/opening-balances", "/books/templates/loan.receipt", "/books/templates/year.carry"})
    void accountantSeesThePage(String page) throws Exception {
        mvc.perform(get(page).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(get(page).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
    }

    @Test
    void onlyAdministratorsSeeTheChartAsText() throws Exception {
        mvc.perform(get("/books/chart").with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("33881,")));
        mvc.perform(get("/books/chart").with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
    }

    @Test
    void templatesAreReadAsATable() throws Exception {
        mvc.perform(get("/books/templates").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Phí ngân hàng")))
                .andExpect(content().string(containsString("33881")));
        mvc.perform(get("/books/templates.csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("bank.fee,1900-01-01,expense,DEBIT,6427,")));
    }

    @Test
    void verificationAnswersThePeopleOfTheBooks() throws Exception {
        mvc.perform(get("/api/v1/ledger/verification").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.agrees").value(true));
        mvc.perform(get("/api/v1/ledger/verification").with(staff.signedIn(Role.APPRAISER))).andExpect(status().isForbidden());
    }

    @Test
    void manualEntryIsProposedAndConfirmedOnPages() throws Exception {
        String shown = mvc.perform(post("/books/manual-entry").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                        .param("valueDate", businessDay.today().toString()).param("text", "Phí chuyển tiền")
                        .param("lines[0].account", "6427").param("lines[0].debit", "22.000")
                        .param("lines[1].account", "112").param("lines[1].credit", "22.000").param("why", "Sao kê tháng này"))
                .andExpect(status().is3xxRedirection()).andExpect(header().string("Location", matchesPattern("/books/proposals/\\d+")))
                .andReturn().getResponse().getHeader("Location");
        mvc.perform(get(shown).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("22.000"))).andExpect(content().string(containsString("/confirmation")));
        mvc.perform(post(shown + "/confirmation").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isForbidden());
        mvc.perform(post(shown + "/confirmation").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(shown).with(staff.signedIn(Role.CONTROLLER))).andExpect(content().string(containsString("Đã duyệt")));
    }

    @Test
    void wrongEntryIsShownAgainWithItsReasons() throws Exception {
        mvc.perform(post("/books/manual-entry").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                        .param("valueDate", businessDay.today().toString()).param("text", "x")
                        .param("lines[0].account", "1283").param("lines[0].debit", "5")
                        .param("lines[1].account", "112").param("lines[1].credit", "6").param("why", "y"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("khác tổng Có")))
                .andExpect(content().string(containsString("phải ghi rõ khoản vay")));
    }

    @Test
    void presentMonthCannotBeClosed() throws Exception {
        String month = businessDay.today().toString().substring(0, 7);
        mvc.perform(post("/books/periods/" + month + "/close").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Chỉ khóa được tháng đã kết thúc")));
        mvc.perform(post("/books/periods/" + month + "/close").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isForbidden());
    }
}
