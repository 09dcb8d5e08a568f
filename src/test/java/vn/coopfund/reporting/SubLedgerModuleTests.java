package vn.coopfund.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.PeriodChecks;
import vn.coopfund.notices.Notices;
import vn.coopfund.servicing.RiskModuleTest;

/** The loans' ledger and the books agree on every day of a loan's life, and it is heard when they do not. */
class SubLedgerModuleTests extends RiskModuleTest {

    @Autowired
    SubLedgers subLedgers;
    @Autowired
    SubLedgerChecks checks;
    @Autowired
    CheckSubLedgers checkSubLedgers;
    @Autowired
    PeriodChecks periodChecks;
    @Autowired
    Notices notices;
    @Autowired
    MockMvc mvc;
    @Value("${spring.datasource.url}")
    String url;
    @Value("${spring.liquibase.user}")
    String owner;
    @Value("${spring.liquibase.password}")
    String ownersPassword;

    @Test
    void agreesOnEveryDayThroughArrearsNonAccrualAndPayOff() {
        long loan = lent(true);
        paid(loan, 30_000_000, on(4, 20));
        classify(on(5, 31));
        paidDue(loan, on(6, 20));
        closeDay(on(6, 30));
        settle(loan, on(7, 20));
        businessDay.moveTo(on(8, 1));
        for (LocalDate day = on(1, 14); day.isBefore(on(8, 1)); day = day.plusDays(1)) {
            LocalDate at = day;
            subLedgers.compare(day).stream().filter(line -> line.loanId() == loan)
                    .forEach(line -> assertThat(line.agrees()).as(at + " " + line).isTrue());
        }
        assertThat(compared(loan, on(3, 1))).satisfies(then -> {
            assertThat(then.principalBooked()).isEqualTo(500_000_000);
            // 500,000,000 · 6.6 % · 45 / 365, of which nothing is posted: no month was closed
            assertThat(then.interestOwed()).isEqualTo(4_068_493).isEqualTo(then.unposted());
        });
    }

    @Test
    void monthEndLeavesNothingUnposted() {
        long loan = lent(true);
        closeDay(on(1, 31));
        assertThat(compared(loan, on(1, 31)).unposted()).isZero();
        assertThat(checks.latest(1)).singleElement().satisfies(check -> {
            assertThat(check.onDay()).isEqualTo(on(1, 31));
            assertThat(check.cause()).isEqualTo(SubLedgerChecks.Cause.MONTH_END);
        });
        assertThat(differing(loan)).isZero();
    }

    @Test
    void aReceiptBookedLaterLeavesThePastDayAsItWas() {
        long loan = lent(true);
        businessDay.moveTo(on(3, 10));
        SubLedgers.Line before = compared(loan, on(3, 1));
        paid(loan, 10_000_000, on(3, 10));
        assertThat(compared(loan, on(3, 1))).isEqualTo(before);
    }

    @Test
    void aReceiptLearnedLateLeavesNoDayBetweenInDoubt() {
        long loan = lent(true);
        closeDay(on(4, 15));
        paid(loan, 40_000_000, on(4, 20));
        closeDay(on(4, 30));
        paid(loan, 20_000_000, on(5, 10));
        paidLate(loan, 35_000_000, on(4, 16), on(5, 20));
        agreesOnEveryDay(loan);
        assertThat(jdbc.sql("select distinct booked_on from servicing.reallocation where loan_id = ? order by 1").param(loan)
                .query(LocalDate.class).list()).containsExactly(on(4, 20), on(5, 10));
    }

    @Test
    void aReceiptTakenBackLaterLeavesNoDayBetweenInDoubt() {
        long loan = lent(true);
        closeDay(on(4, 15));
        long mistaken = paid(loan, 40_000_000, on(4, 20)).id();
        closeDay(on(4, 30));
        paid(loan, 50_000_000, on(5, 10));
        businessDay.moveTo(on(6, 3));
        reversed(loan, mistaken);
        agreesOnEveryDay(loan);
    }

    @Test
    void aReceiptFromBeforeTheLoanStoppedAccruingIsNoIncomeOfThatTime() {
        long loan = lent(true);
        classify(on(5, 31));
        assertThat(official(loan)).isEqualTo(3);
        long income = incomeThroughMay(loan);
        paidLate(loan, 71_000_000, on(5, 20), on(6, 8));
        agreesOnEveryDay(loan);
        assertThat(position(loan).payments().values()).singleElement().satisfies(parts -> {
            assertThat(parts.interest()).isEqualTo(8_136_986);
            assertThat(incomeThroughMay(loan) - income).as("its interest in term was income when it was earned")
                    .isEqualTo(parts.overdueInterest() + parts.lateInterest()).isPositive();
        });
        assertThat(compared(loan, on(6, 2))).satisfies(then -> {
            assertThat(then.receivable()).isZero();
            assertThat(then.noted()).isEqualTo(then.interestOwed() - then.unposted());
        });
    }

    private long incomeThroughMay(long loan) {
        return jdbc.sql("select coalesce(sum(credit - debit), 0)::bigint from ledger.posting where account = '515' and loan_id = ? "
                + "and booked_on <= ?").params(loan, on(5, 31)).query(Long.class).single();
    }

    /** The two agree, and nothing that is owed stands below nothing on the way. */
    private void agreesOnEveryDay(long loan) {
        for (LocalDate day = on(1, 15); !day.isAfter(businessDay.today()); day = day.plusDays(1)) {
            SubLedgers.Line line = compared(loan, day);
            assertThat(line).as("%s", day).satisfies(then -> {
                assertThat(then.agrees()).as(then.toString()).isTrue();
                assertThat(List.of(then.principalBooked(), then.receivable(), then.noted())).allMatch(amount -> amount >= 0);
            });
        }
    }

    @Test
    void whatWasBrokenByTheOwnerRaisesTheAlarm() throws Exception {
        long loan = lent(true);
        closeDay(on(1, 31));
        long differing = beforeClose(YearMonth.from(on(1, 31)));
        int told = unread(Role.CONTROLLER);
        asOwner("alter table ledger.posting disable trigger posting_append_only",
                "update ledger.posting set debit = debit - 1 where loan_id = " + loan + " and account = '1283'",
                "alter table ledger.posting enable trigger posting_append_only");
        try {
            SubLedgerChecks.Check check = as(staff.with(Role.CHIEF_ACCOUNTANT), () -> checkSubLedgers.check(on(1, 31)));
            assertThat(check.agrees()).isFalse();
            assertThat(differing(loan)).isEqualTo(1);
            assertThat(beforeClose(YearMonth.from(on(1, 31)))).isEqualTo(differing + 1);
            assertThat(checks.alarming()).isPositive();
            assertThat(unread(Role.CONTROLLER)).isEqualTo(told + 1);
            mvc.perform(get("/control").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("Sổ chi tiết lệch sổ cái")));
            for (Role role : new Role[] {Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT}) {
                mvc.perform(get("/inbox").with(staff.signedIn(role))).andExpect(status().isOk())
                        .andExpect(content().string(containsString("/sub-ledger?on=" + on(1, 31))));
            }
            mvc.perform(get("/api/v1/reporting/sub-ledger-check").param("on", on(1, 31).toString())
                    .with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                    .andExpect(jsonPath("$.agrees").value(false))
                    .andExpect(jsonPath("$.differing[?(@.loanId == '" + loan + "')].principalDifference").value(-1));
            closeDay(on(2, 28));
            assertThat(differing(loan)).as("the close of the month finds it too").isEqualTo(2);
        } finally {
            asOwner("alter table ledger.posting disable trigger posting_append_only",
                    "update ledger.posting set debit = debit + 1 where loan_id = " + loan + " and account = '1283'",
                    "alter table ledger.posting enable trigger posting_append_only");
        }
        assertThat(compared(loan, on(1, 31)).agrees()).isTrue();
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> checkSubLedgers.check(on(1, 31)));
        mvc.perform(get("/inbox").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/sub-ledger?on="))));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"BORROWER", "ADMINISTRATOR", "LOAN_OFFICER", "CASHIER", "ALLIANCE_VIEWER"})
    void othersDoNotCheck(Role role) throws Exception {
        mvc.perform(get("/sub-ledger").with(staff.signedIn(role))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/reporting/sub-ledger-check").with(staff.signedIn(role))).andExpect(status().isForbidden());
        mvc.perform(post("/sub-ledger").with(csrf()).with(staff.signedIn(role))).andExpect(status().isForbidden());
    }

    /** What the page of the months says before one is closed. */
    private long beforeClose(YearMonth month) {
        return as(staff.with(Role.CHIEF_ACCOUNTANT), () -> periodChecks.of(month)).stream()
                .filter(check -> check.key().equals("reporting.check.sub-ledgers")).findFirst().orElseThrow().finding().figure();
    }

    private SubLedgers.Line compared(long loan, LocalDate day) {
        return subLedgers.compare(day).stream().filter(line -> line.loanId() == loan).findFirst().orElseThrow();
    }

    private int differing(long loan) {
        return jdbc.sql("select count(*) from reporting.sub_ledger_difference where loan_id = ?").param(loan)
                .query(Integer.class).single();
    }

    private int unread(Role role) {
        Actor who = staff.with(role);
        return as(who, () -> notices.unread(who));
    }

    private void asOwner(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, owner, ownersPassword);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
