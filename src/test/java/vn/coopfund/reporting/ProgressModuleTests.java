package vn.coopfund.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.ConfirmContribution;
import vn.coopfund.funding.Contribution;
import vn.coopfund.funding.NewContribution;
import vn.coopfund.funding.ProposeContribution;
import vn.coopfund.funding.Term;
import vn.coopfund.funding.Terms;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.LoanModuleTest;

class ProgressModuleTests extends LoanModuleTest {

    @Autowired
    ProgressRegister register;
    @Autowired
    Terms terms;
    @Autowired
    Capital capital;
    @Autowired
    ProposeContribution proposeContribution;
    @Autowired
    ConfirmContribution confirmContribution;
    @Autowired
    MockMvc mvc;

    @Test
    void loanCountsOnceInTheTermOfItsFirstDisbursement() {
        long now = funded("2026-2030");
        long before = funded("2020-2025");
        disbursed(true);
        assertThat(funded("2026-2030")).isEqualTo(now + 1);
        assertThat(funded("2020-2025")).isEqualTo(before);
    }

    @Test
    void signedLoanDoesNotCountYet() {
        long now = funded("2026-2030");
        signed(true);
        assertThat(funded("2026-2030")).isEqualTo(now);
    }

    @Test
    void returnedFirstDisbursementLeavesTheCount() {
        long now = funded("2026-2030");
        long loan = disbursed(true);
        jdbc.sql("update servicing.disbursement set state = 'APPROVED', paid_by = null, paid_on = null where loan_id = ?")
                .param(loan).update();
        assertThat(funded("2026-2030")).isEqualTo(now);
    }

    @Test
    void disbursementAfterTheBusinessDateIsNotThereYet() {
        disbursed(true);
        businessDay.moveTo(LocalDate.of(2026, 1, 14));
        assertThat(register.of(terms.named("2026-2030")).projects().funded()).isZero();
    }

    @Test
    void registerHasALineForEachCountedLoan() {
        long loan = disbursed(true);
        Term term = terms.named("2026-2030");
        List<ProjectLine> lines = register.projects(term);
        assertThat(lines).hasSize((int) funded(term.name()));
        assertThat(lines).filteredOn(line -> line.loan().equals(Long.toString(loan))).singleElement()
                .satisfies(line -> {
                    assertThat(line.cooperative()).startsWith("HTX vải thiều");
                    assertThat(line.disbursedOn()).isEqualTo("2026-01-15");
                    assertThat(line.amount()).isEqualTo(Dong.of(500_000_000));
                });
        assertThat(register.projectsByYear(term).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(lines.size());
    }

    @Test
    void movementsAddUpToTheCharterCapital() {
        contribute("PROVINCIAL_BUDGET");
        contribute("ENTRUSTED");
        List<CapitalLine> lines = register.capital(Locale.forLanguageTag("vi"));
        assertThat(lines).extracting(CapitalLine::source).contains("PROVINCIAL_BUDGET").doesNotContain("ENTRUSTED");
        assertThat(lines).extracting(CapitalLine::decision).contains("QĐ 77/QĐ-UBND ngày 05/01/2026");
        assertThat(lines.stream().map(CapitalLine::amount).reduce(Dong.ZERO, MonetaryAmount::add))
                .isEqualTo(capital.charterCapital(businessDay.today()))
                .isEqualTo(register.of(terms.named("2026-2030")).capital().actual());
    }

    @Test
    void pageSaysSinceWhenTheBooksAreKept() throws Exception {
        disbursed(true);
        LocalDate first = jdbc.sql("select min(booked_on) from ledger.entry where fund_id = 1").query(LocalDate.class).single();
        assertThat(register.booksSince()).contains(first);
        mvc.perform(get("/progress").with(staff.signedIn(Role.ALLIANCE_VIEWER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("được ghi từ ngày "
                        + java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy").format(first))));
    }

    @Test
    void contributionThatWaitsIsNotCounted() {
        MonetaryAmount reached = register.of(terms.named("2026-2030")).capital().actual();
        propose("PROVINCIAL_BUDGET");
        assertThat(register.of(terms.named("2026-2030")).capital().actual()).isEqualTo(reached);
    }

    @Test
    void contributionOfTodayShowsAtOnceInAFinishedTermToo() {
        MonetaryAmount before = register.of(terms.named("2020-2025")).capital().actual();
        contribute("PROVINCIAL_BUDGET");
        Progress finished = register.of(terms.named("2020-2025"));
        assertThat(finished.capital().actual()).isEqualTo(before.add(Dong.of(2_000_000_000)));
        assertThat(finished.asOf()).isEqualTo(businessDay.today());
    }

    @Test
    void whatAFinishedTermEndedWithStandsStill() {
        MonetaryAmount ended = register.of(terms.named("2020-2025")).capital().atTermEnd();
        contribute("PROVINCIAL_BUDGET");
        assertThat(register.of(terms.named("2020-2025")).capital().atTermEnd()).isEqualTo(ended)
                .isEqualTo(capital.charterCapital(LocalDate.of(2025, 12, 31)));
        assertThat(register.of(terms.named("2026-2030")).capital().atTermEnd()).isNull();
    }

    @Test
    void thePageShowsBothUnderTheirOwnNames() throws Exception {
        mvc.perform(get("/progress").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Vốn điều lệ khi kết thúc nhiệm kỳ (ngày 31/12/2025)")));
        mvc.perform(get("/progress").param("term", "2026-2030").with(staff.signedIn(Role.DIRECTOR)))
                .andExpect(content().string(not(containsString("khi kết thúc nhiệm kỳ"))));
    }

    @Test
    void withoutATermTheCallAnswersTheFirst() throws Exception {
        mvc.perform(get("/api/v1/progress").with(staff.signedIn(Role.ALLIANCE_VIEWER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.term.name").value("2020-2025")).andExpect(jsonPath("$.term.from").value("2020-01-01"))
                .andExpect(jsonPath("$.term.to").value("2025-12-31")).andExpect(jsonPath("$.projects.target").value(250))
                .andExpect(jsonPath("$.projects.funded").isNumber())
                .andExpect(jsonPath("$.capital.target").value(30_000_000_000L))
                .andExpect(jsonPath("$.capital.actual").isNumber()).andExpect(jsonPath("$.asOf").value(businessDay.today().toString()));
        mvc.perform(get("/api/v1/progress").param("term", "1999").with(staff.signedIn(Role.DIRECTOR)))
                .andExpect(status().isNotFound());
    }

    @Test
    void registersLeaveAsFiles() throws Exception {
        disbursed(true);
        contribute("PROVINCIAL_BUDGET");
        assertThat(csv("/api/v1/progress/projects?term=2026-2030").lines().findFirst())
                .hasValue("loan,number,cooperative,project,disbursedOn,amount");
        assertThat(csv("/api/v1/progress/projects?term=2026-2030")).contains(",Nhà sơ chế vải thiều,2026-01-15,500000000");
        assertThat(csv("/api/v1/progress/capital").lines().findFirst())
                .hasValue("source,sourceName,amount,valueDate,bookedOn,decision,entry");
        mvc.perform(get("/progress/projects.xlsx").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isOk());
    }

    @Test
    void personalBorrowerIsNotNamedToTheAlliance() throws Exception {
        borrower = registerBorrower.register(BorrowerKind.PERSON, BorrowerFixture.person("Giáp Thị Mận")).id();
        jdbc.sql("update cooperatives.borrower set bank_name = 'Agribank', bank_account = '2500', bank_holder = name where id = ?")
                .param(borrower).update();
        disbursed(true);
        String page = "/progress?term=2026-2030";
        mvc.perform(get(page).with(staff.signedIn(Role.DIRECTOR))).andExpect(content().string(containsString("Giáp Thị Mận")));
        mvc.perform(get(page).with(staff.signedIn(Role.ALLIANCE_VIEWER))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Giáp Thị Mận"))))
                .andExpect(content().string(not(containsString("href=\"/loans/"))));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"BORROWER", "ADMINISTRATOR"})
    void othersDoNotRead(Role role) throws Exception {
        mvc.perform(get("/api/v1/progress").with(staff.signedIn(role))).andExpect(status().isForbidden());
        mvc.perform(get("/progress").with(staff.signedIn(role))).andExpect(status().isForbidden());
    }

    /** As the count stands on the day of the disbursements, whatever the day of this test is. */
    private long funded(String term) {
        LocalDate today = businessDay.today();
        businessDay.moveTo(LocalDate.of(2026, 1, 15));
        long funded = register.of(terms.named(term)).projects().funded();
        businessDay.moveTo(today);
        return funded;
    }

    private Contribution propose(String source) {
        return staff.as(Role.ACCOUNTANT, () -> proposeContribution.propose(new NewContribution(source,
                Dong.of(2_000_000_000), businessDay.today(), "QĐ 77/QĐ-UBND ngày 05/01/2026")));
    }

    private void contribute(String source) {
        Contribution proposed = propose(source);
        staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmContribution.confirm(proposed.id()));
    }

    private String csv(String path) throws Exception {
        return mvc.perform(get(path).accept("text/csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
