package vn.coopfund.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.LinkRelated;
import vn.coopfund.cooperatives.RegisterBorrower;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.Exposures;
import vn.coopfund.funding.GaugeThresholds.Gauge;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;

/** The limits in use and the gauges of dissolution, against facts made here. */
@Transactional
class WatchModuleTests extends ModuleTest {

    @Autowired
    LimitsInUse limits;
    @Autowired
    Gauges gauges;
    @Autowired
    RegisterBorrower registerBorrower;
    @Autowired
    LinkRelated linkRelated;
    @Autowired
    Exposures exposures;
    @Autowired
    Capital capital;
    @Autowired
    Balances balances;
    @Autowired
    Journal journal;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    People people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;

    Staff staff;
    LocalDate today;
    long base;

    @BeforeEach
    void bringProfit() {
        staff = new Staff(people);
        today = businessDay.today();
        post("112", "711", 10_000_000_000L);
        base = Dong.longOf(capital.actualCharterCapital(today));
    }

    @Test
    void customersAndRelatedGroupsStandAgainstTheirLimits() {
        long a = borrower("HTX Giới hạn A");
        long b = borrower("HTX Giới hạn B");
        long between = borrower("HTX Giới hạn giữa");
        related(a, between);
        related(between, b);
        exposures.reserve(a, 8_800_001, Dong.of(300_000_000));
        exposures.takeOn(b, 8_800_002, Dong.of(200_000_000));
        LimitsInUse.Today now = limits.today();
        assertThat(now.base()).isEqualTo(base);
        LimitUse customer = now.customers().stream().filter(use -> use.members().get(0).id() == a).findFirst().orElseThrow();
        assertThat(customer.limit()).isEqualTo(base * 15 / 100);
        assertThat(customer.reserved()).isEqualTo(300_000_000);
        assertThat(customer.left()).isEqualTo(base * 15 / 100 - 300_000_000);
        LimitUse group = now.groups().stream().filter(use -> use.members().get(0).id() == a).findFirst().orElseThrow();
        assertThat(group.members()).extracting(LimitUse.Member::id).containsExactly(a, b);
        assertThat(group.inUse()).isEqualTo(500_000_000);
        assertThat(group.limit()).isEqualTo(base * 25 / 100);
        assertThat(group.isBeyond()).isFalse();
        exposures.takeOn(b, 8_800_003, Dong.of(base));
        assertThat(limits.today().groups().stream().filter(use -> use.members().stream().anyMatch(member -> member.id() == a)))
                .singleElement().satisfies(use -> {
                    assertThat(use.isBeyond()).isTrue();
                    assertThat(use.percent()).isGreaterThan(BigDecimal.valueOf(100));
                });
    }

    @Test
    void charterCapitalIsMeasuredAgainstItsMinimum() {
        long charter = Dong.longOf(capital.charterCapital(today));
        GaugeReading reading = reading(Gauge.CHARTER_CAPITAL);
        assertThat(reading.figure()).isEqualByComparingTo(BigDecimal.valueOf(charter));
        assertThat(reading.beyond()).isEqualTo(charter < 20_000_000_000L);
        long source = jdbc.sql("select id from funding.capital_source where code = 'PROVINCIAL_BUDGET'").query(Long.class).single();
        journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y").debit("112", 20_000_000_000L)
                .credit("4111", 20_000_000_000L, vn.coopfund.ledger.Dimension.capitalSource(source)));
        assertThat(reading(Gauge.CHARTER_CAPITAL).beyond()).isFalse();
    }

    @Test
    void deficitIsMeasuredAgainstActualCharterCapitalAndLeadsToItsFacts() {
        assertThat(reading(Gauge.DEFICIT).figure()).isEqualByComparingTo(BigDecimal.ZERO);
        long source = jdbc.sql("select id from funding.capital_source where code = 'PROVINCIAL_BUDGET'").query(Long.class).single();
        journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y").debit("112", 40_000_000_000_000L)
                .credit("4111", 40_000_000_000_000L, vn.coopfund.ledger.Dimension.capitalSource(source)));
        long loss = 20_000_000_000_000L + Dong.longOf(capital.undistributedResult(today));
        post("6428", "112", loss);
        GaugeReading reading = reading(Gauge.DEFICIT);
        long actual = Dong.longOf(capital.actualCharterCapital(today));
        assertThat(reading.figure()).isEqualByComparingTo(BigDecimal.valueOf(20_000_000_000_000L).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(actual), 2, java.math.RoundingMode.HALF_UP));
        assertThat(reading.beyond()).isTrue();
        assertThat(reading.running()).isOne();
        assertThat(reading.facts()).extracting(GaugeReading.Fact::amount).containsExactly(20_000_000_000_000L, actual);
        assertThat(reading.years()).hasSize(5);
    }

    @Test
    void loansAreMeasuredAgainstEquity() {
        GaugeReading reading = reading(Gauge.LOANS_TO_EQUITY);
        assertThat(reading.facts()).extracting(GaugeReading.Fact::amount).first().isEqualTo(balances.of("1283", today));
        assertThat(reading.facts().get(1).amount()).isGreaterThanOrEqualTo(10_000_000_000L);
    }

    @Test
    void badDebtIsTheLatestOfficialOne() {
        GaugeReading reading = reading(Gauge.BAD_DEBT);
        long official = jdbc.sql("""
                select coalesce(sum(c.principal), 0)::bigint from servicing.classification c
                join servicing.classification_run r on r.id = c.run_id
                where r.as_of = (select max(as_of) from servicing.classification_run where state = 'APPROVED' and as_of <= ?)
                and coalesce((select v.debt_group from servicing.classification_override v where v.run_id = c.run_id
                              and v.loan_id = c.loan_id order by v.turn desc limit 1), c.debt_group) in (3, 4, 5)""")
                .param(today).query(Long.class).single();
        assertThat(reading.facts().get(0).amount()).isEqualTo(official);
    }

    @Test
    void thresholdsAreDatedData() {
        jdbc.sql("insert into funding.gauge_threshold values (1, 'BAD_DEBT', ?, 10, 3, 'thử')").param(today).update();
        assertThat(reading(Gauge.BAD_DEBT).threshold().threshold()).isEqualByComparingTo("10");
        assertThat(gauges.on(today.minusDays(1)).stream().filter(one -> one.gauge() == Gauge.BAD_DEBT).findFirst().orElseThrow()
                .threshold().threshold()).isEqualByComparingTo("50");
    }

    @Test
    void pagesAndFilesAreShown() throws Exception {
        long a = borrower("HTX Giới hạn trang");
        exposures.reserve(a, 8_800_011, Dong.of(100_000_000));
        mvc.perform(get("/limits").with(staff.signedIn(Role.HEAD_OF_LENDING))).andExpect(status().isOk())
                .andExpect(content().string(containsString("HTX Giới hạn trang")));
        mvc.perform(get("/limits.csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("HTX Giới hạn trang")));
        mvc.perform(get("/gauges").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("/books/accounts/1283")));
        mvc.perform(get("/gauges.csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Nợ xấu trên vốn điều lệ thực có")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"BORROWER", "CASHIER", "ADMINISTRATOR", "ALLIANCE_VIEWER"})
    void othersDoNotWatch(Role role) throws Exception {
        for (String page : List.of("/limits", "/gauges", "/limits.csv", "/gauges.csv")) {
            mvc.perform(get(page).with(staff.signedIn(role))).andExpect(status().isForbidden());
        }
    }

    private GaugeReading reading(Gauge gauge) {
        return gauges.on(today).stream().filter(one -> one.gauge() == gauge).findFirst().orElseThrow();
    }

    private long borrower(String name) {
        return registerBorrower.register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative(name)).id();
    }

    private void related(long a, long b) {
        linkRelated.link(a, b, "cùng người quản lý");
    }

    private void post(String debit, String credit, long amount) {
        journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y")
                .debit(debit, amount).credit(credit, amount));
    }
}
