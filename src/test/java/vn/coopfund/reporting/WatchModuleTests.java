package vn.coopfund.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;

/** The limits in use and the gauges of dissolution, against facts made here. */
@Transactional
class WatchModuleTests extends ModuleTest {

    @Autowired
    Reports reports;
    @Autowired
    Matters matters;
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
        exposures.reserve(b, 8_800_002, Dong.of(200_000_000));
        long limit = base * 15 / 100;
        assertThat(row("HTX Giới hạn A")).containsExactly("HTX Giới hạn A", 0L, 300_000_000L, 300_000_000L, percent(300_000_000),
                limit, "HTX Giới hạn B", 500_000_000L, percent(500_000_000), base * 25 / 100, limit - 300_000_000,
                "#reporting.word.WITHIN");
        exposures.reserve(b, 8_800_004, Dong.of(base));
        assertThat(row("HTX Giới hạn A")).endsWith("#reporting.word.OVER");
    }

    @Test
    void whoIsRepresentedByOnePersonHangsTogether() {
        long a = borrower("HTX Một người A");
        long b = borrower("HTX Một người B");
        exposures.reserve(a, 8_800_021, Dong.of(300_000_000));
        exposures.reserve(b, 8_800_022, Dong.of(200_000_000));
        assertThat(row("HTX Một người A")[6]).isNull();
        jdbc.sql("update cooperatives.representative set citizen_number = '024099000123' where borrower_id in (?, ?)").params(a, b).update();
        assertThat(row("HTX Một người A")[6]).isEqualTo("HTX Một người B");
        assertThat(row("HTX Một người A")[7]).isEqualTo(500_000_000L);
    }

    @Test
    void theControllerSeesAGroupBeyondItsLimit() {
        long a = borrower("HTX Vượt nhóm A");
        long b = borrower("HTX Vượt nhóm B");
        long between = borrower("HTX Vượt nhóm giữa");
        related(a, between);
        related(between, b);
        exposures.reserve(a, 8_800_031, Dong.of(base * 12 / 100));
        exposures.reserve(b, 8_800_032, Dong.of(base * 12 / 100));
        assertThat(beyond("HTX Vượt nhóm")).isEmpty();
        exposures.reserve(b, 8_800_033, Dong.of(base * 2 / 100));
        assertThat(beyond("HTX Vượt nhóm")).singleElement().satisfies(matter -> {
            assertThat(matter.words()).isEqualTo("HTX Vượt nhóm A; HTX Vượt nhóm B");
            assertThat(matter.amount()).isEqualTo(base * 12 / 100 * 2 + base * 2 / 100);
        });
    }

    private List<Matter> beyond(String name) {
        return staff.as(Role.CONTROLLER, () -> matters.list(new Matters.Filter(Matter.Kind.LIMIT, null, null, name, false),
                SortBy.of(null, "-on", Matters.COLUMNS), new PageOf.Wish(0, 1000))).items();
    }

    private BigDecimal percent(long amount) {
        return BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(base), 2,
                java.math.RoundingMode.HALF_UP);
    }

    private Object[] row(String name) {
        Report report = staff.as(Role.APPRAISER, () -> reports.named("limits"));
        ReportWish wish = new ReportWish(null, today, null, null, null, ReportWish.Grouping.SECTOR, Locale.forLanguageTag("vi"));
        return staff.as(Role.APPRAISER, () -> reports.page(report, wish, null, new PageOf.Wish(0, 1000))).rows().items().stream()
                .filter(row -> row[0].equals(name)).findFirst().orElseThrow();
    }

    @Test
    void charterCapitalIsMeasuredAgainstItsMinimum() {
        long charter = Dong.longOf(capital.charterCapital(today));
        GaugeReading reading = reading(Gauge.CHARTER_CAPITAL);
        assertThat(reading.figure()).isEqualByComparingTo(BigDecimal.valueOf(charter));
        assertThat(reading.beyond()).isEqualTo(charter < 20_000_000_000L);
        long source = jdbc.sql("select id from funding.capital_source where fund_id = 1 and code = 'PROVINCIAL_BUDGET'").query(Long.class).single();
        journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y").debit("112", 20_000_000_000L)
                .credit("4111", 20_000_000_000L, vn.coopfund.ledger.Dimension.capitalSource(source)));
        assertThat(reading(Gauge.CHARTER_CAPITAL).beyond()).isFalse();
    }

    @Test
    void deficitIsMeasuredAgainstActualCharterCapitalAndLeadsToItsFacts() {
        assertThat(reading(Gauge.DEFICIT).figure()).isEqualByComparingTo(BigDecimal.ZERO);
        long source = jdbc.sql("select id from funding.capital_source where fund_id = 1 and code = 'PROVINCIAL_BUDGET'").query(Long.class).single();
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
        mvc.perform(get("/reports/limits?on=" + today).with(staff.signedIn(Role.HEAD_OF_LENDING))).andExpect(status().isOk())
                .andExpect(content().string(containsString("HTX Giới hạn trang")));
        mvc.perform(get("/reports/limits.csv?on=" + today).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("HTX Giới hạn trang")));
        mvc.perform(get("/gauges").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("/books/accounts/1283")));
        mvc.perform(get("/gauges.csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Nợ xấu trên vốn điều lệ thực có")));
        mvc.perform(get("/api/v1/reporting/gauges").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(4)).andExpect(jsonPath("$[0].years.length()").value(5))
                .andExpect(jsonPath("$[0].figure").value(reading(Gauge.CHARTER_CAPITAL).figure().toPlainString()));
        mvc.perform(get("/api/v1/reporting/gauges").header("Accept", "text/csv").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("gauge,year,figure,threshold,beyond")));
        mvc.perform(get("/api/v1/reporting/gauges?on=2199-01-01").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isUnprocessableEntity());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"BORROWER", "CASHIER", "ADMINISTRATOR", "ALLIANCE_VIEWER"})
    void othersDoNotWatch(Role role) throws Exception {
        for (String page : List.of("/reports/limits", "/gauges", "/reports/limits.csv", "/gauges.csv", "/api/v1/reporting/gauges",
                "/api/v1/reporting/reports/limits")) {
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
