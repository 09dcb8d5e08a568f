package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;

class LedgerApiModuleTests extends ModuleTest {

    private static final long LOAN = 987_654_321;

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

    @BeforeEach
    void postOne() {
        staff = new Staff(people);
        today = businessDay.today();
        transaction.execute(status -> journal.post(NewEntry.of("test:api", today, "ledger.entry.reversal", "1", "=HYPERLINK", "thử")
                .debit("1283", 300_000_000, Dimension.loan(LOAN)).credit("112", 300_000_000)));
    }

    @Test
    void journalAsJsonIsOneItemAPosting() throws Exception {
        mvc.perform(get("/api/v1/ledger/entries").param("loan", Long.toString(LOAN)).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].account").value("1283"))
                .andExpect(jsonPath("$.items[0].debit").value(300_000_000))
                .andExpect(jsonPath("$.items[0].loan").value(Long.toString(LOAN)))
                .andExpect(jsonPath("$.items[0].bookedOn").value(today.toString()))
                .andExpect(jsonPath("$.items[0].source").value("test:api"));
    }

    @Test
    void journalAsCsvHasTheFixedColumns() throws Exception {
        String csv = mvc.perform(get("/api/v1/ledger/entries").param("loan", Long.toString(LOAN)).accept("text/csv")
                        .with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().toList()).hasSize(2);
        assertThat(csv.lines().findFirst()).hasValue(
                "entry,valueDate,bookedOn,recordedAt,account,debit,credit,loan,text,source");
        assertThat(csv.lines().toList().get(1)).contains("," + today + "," + today + ",")
                .contains(",1283,300000000,0," + LOAN + ",").endsWith(",test:api");
    }

    @Test
    void journalAsWorkbookIsAZipOfSheets() throws Exception {
        byte[] book = mvc.perform(get("/api/v1/ledger/entries")
                        .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .with(staff.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(book, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void trialBalanceHasTheFixedColumnsAndEveryLeaf() throws Exception {
        String csv = mvc.perform(get("/api/v1/ledger/trial-balance").accept("text/csv")
                        .with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst()).hasValue(
                "account,name,openingDebit,openingCredit,debit,credit,closingDebit,closingCredit");
        assertThat(csv).contains("\r\n1283,Cho vay,").contains("\r\n33882,").doesNotContain("\r\n338,");
    }

    @Test
    void trialBalanceNamesItsTotals() throws Exception {
        mvc.perform(get("/api/v1/ledger/trial-balance").param("on", today.toString()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.on").value(today.toString()))
                .andExpect(jsonPath("$.items[0].account").value("111"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCOUNTANT", "CHIEF_ACCOUNTANT", "DIRECTOR", "CONTROLLER"})
    void othersDoNotReadTheBooks(Role role) throws Exception {
        mvc.perform(get("/api/v1/ledger/entries").with(staff.signedIn(role))).andExpect(status().isForbidden());
    }

    @Test
    void impossibleDateIsABadRequest() throws Exception {
        mvc.perform(get("/api/v1/ledger/entries").param("from", "2026-02-30").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void spanThatEndsBeforeItBeginsIsRefused() throws Exception {
        mvc.perform(get("/api/v1/ledger/entries").param("from", "2026-02-03").param("to", "2026-02-02")
                .with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("to"));
    }
}
