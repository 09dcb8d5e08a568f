package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.ReverseOrder;
import vn.coopfund.vouchers.Voucher;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

@Transactional
class DepositModuleTests extends ModuleTest {

    private static final BigDecimal RATE = new BigDecimal("4.7");

    @Autowired
    OpenDeposit openDeposit;
    @Autowired
    TurnDeposit turnDeposit;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    Deposits deposits;
    @Autowired
    Vouchers vouchers;
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

    @Autowired
    ReverseOrder reverseOrder;
    @Autowired
    MoneyOrders orders;

    Staff staff;
    LocalDate today;

    @BeforeEach
    void bringIdleMoney() {
        staff = new Staff(people);
        today = businessDay.today();
        journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y")
                .debit("112", 900_000_000_000L).credit("711", 900_000_000_000L));
    }

    @Test
    void moneyGoesOnTermOnceASecondPersonHasChecked() {
        long bank = balances.of("112", today);
        MoneyOrder order = ordered("A1", today.minusMonths(3), today.plusMonths(3));
        assertThat(balances.of("112", today)).isEqualTo(bank);
        MoneyOrder done = check(order);
        assertThat(balances.of("112", today)).isEqualTo(bank - 2_000_000_000);
        assertThat(balances.of("1281", today)).isEqualTo(deposits.standing());
        assertThat(vouchers.ofEntry(done.entryId())).extracting(Voucher::kind).containsExactly(VoucherKind.PAYMENT_ORDER);
        assertThatThrownBy(() -> ordered("A1", today, today.plusMonths(3))).isInstanceOf(Refusal.class)
                .hasMessageContaining("number:");
    }

    /** 2.000.000.000 × 4,7 % × 90 ÷ 365 = 23.178.082,19. */
    @Test
    void countsInterestByDaysOfTheTerm() {
        Deposit deposit = new Deposit(1, "B", "1", 2_000_000_000, RATE, LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 15),
                LocalDate.of(2026, 4, 15), true, null, 0);
        assertThat(deposit.earned(LocalDate.of(2026, 4, 15))).isEqualTo(Dong.of(23_178_082));
        assertThat(deposit.earned(LocalDate.of(2026, 12, 31))).isEqualTo(Dong.of(23_178_082));
        assertThat(deposit.earned(LocalDate.of(2026, 1, 15))).isEqualTo(Dong.ZERO);
    }

    @Test
    void interestComesAndThePrincipalStays() {
        Deposit deposit = opened("A2", today.minusMonths(3), today.plusMonths(3));
        long income = balances.of("515", today);
        MoneyOrder done = check(turn(deposit, DepositEvent.Kind.INTEREST, 7_000_000));
        assertThat(balances.of("515", today)).isEqualTo(income + 7_000_000);
        assertThat(deposits.get(deposit.id()).principal()).isEqualTo(2_000_000_000);
        assertThat(deposits.get(deposit.id()).interest()).isEqualTo(7_000_000);
        assertThat(vouchers.ofEntry(done.entryId())).extracting(Voucher::kind).containsExactly(VoucherKind.CREDIT_ADVICE);
    }

    @Test
    void maturityBringsPrincipalAndInterestBack() {
        Deposit deposit = opened("A3", today.minusMonths(3), today);
        long bank = balances.of("112", today);
        check(turn(deposit, DepositEvent.Kind.MATURED, 23_000_000));
        assertThat(balances.of("112", today)).isEqualTo(bank + 2_023_000_000L);
        assertThat(balances.of("1281", today)).isEqualTo(deposits.standing());
        assertThat(deposits.get(deposit.id()).open()).isFalse();
    }

    @Test
    void mistakenAdviceIsTakenBackAndTheDepositStandsAsBefore() {
        Deposit deposit = opened("A9", today.minusMonths(3), today);
        MoneyOrder interest = check(turn(deposit, DepositEvent.Kind.INTEREST, 7_000_000));
        MoneyOrder matured = check(turn(deposit, DepositEvent.Kind.MATURED, 16_000_000));
        check(reverse(matured));
        assertThat(deposits.get(deposit.id())).satisfies(again -> {
            assertThat(again.open()).isTrue();
            assertThat(again.principal()).isEqualTo(2_000_000_000);
            assertThat(again.interest()).isEqualTo(7_000_000);
        });
        assertThat(balances.of("1281", today)).isEqualTo(deposits.standing());
        check(reverse(interest));
        assertThat(deposits.get(deposit.id()).interest()).isZero();
        MoneyOrder opening = jdbc.sql("select order_id from treasury.deposit_event where deposit_id = ? and kind = 'OPENED'")
                .param(deposit.id()).query((row, number) -> orders.get(row.getLong(1))).single();
        check(reverse(opening));
        assertThat(deposits.get(deposit.id()).open()).isFalse();
        assertThat(balances.of("1281", today)).isEqualTo(deposits.standing());
    }

    @Test
    void whatHappenedSinceIsTakenBackFirst() {
        Deposit deposit = opened("A10", today.minusMonths(3), today);
        MoneyOrder interest = check(turn(deposit, DepositEvent.Kind.INTEREST, 7_000_000));
        check(turn(deposit, DepositEvent.Kind.MATURED, 16_000_000));
        assertThatThrownBy(() -> reverse(interest)).isInstanceOf(Refusal.class).hasMessageContaining("moved-on");
    }

    @Test
    void renewalAddsItsInterestToThePrincipal() {
        Deposit deposit = opened("A4", today.minusMonths(3), today);
        long bank = balances.of("112", today);
        MoneyOrder order = staff.as(Role.ACCOUNTANT, () -> turnDeposit.order(deposit.id(), new TurnDeposit.Wish(
                DepositEvent.Kind.RENEWED, Dong.of(23_000_000), today, new BigDecimal("5.1"), today.plusMonths(6), "GB 2")));
        check(order);
        Deposit renewed = deposits.get(deposit.id());
        assertThat(renewed.principal()).isEqualTo(2_023_000_000L);
        assertThat(renewed.rate()).isEqualByComparingTo("5.1");
        assertThat(renewed.maturesOn()).isEqualTo(today.plusMonths(6));
        assertThat(renewed.termOn()).isEqualTo(today);
        assertThat(balances.of("112", today)).isEqualTo(bank);
        assertThat(balances.of("1281", today)).isEqualTo(deposits.standing());
    }

    @Test
    void earlyWithdrawalBringsLessInterestAndOnlyBeforeMaturity() {
        Deposit deposit = opened("A5", today.minusMonths(1), today.plusMonths(2));
        assertThatThrownBy(() -> turn(deposit, DepositEvent.Kind.MATURED, 1)).isInstanceOf(Refusal.class)
                .hasMessageContaining("not-mature");
        check(turn(deposit, DepositEvent.Kind.WITHDRAWN, 150_000));
        assertThat(deposits.get(deposit.id()).closedOn()).isEqualTo(today);
        Deposit mature = opened("A6", today.minusMonths(3), today);
        assertThatThrownBy(() -> turn(mature, DepositEvent.Kind.WITHDRAWN, 1)).isInstanceOf(Refusal.class)
                .hasMessageContaining("refused.mature");
    }

    @Test
    void secondOrderOnAMovedDepositIsRefused() {
        Deposit deposit = opened("A7", today.minusMonths(3), today);
        MoneyOrder first = turn(deposit, DepositEvent.Kind.MATURED, 23_000_000);
        MoneyOrder second = turn(deposit, DepositEvent.Kind.MATURED, 23_000_000);
        check(first);
        assertThatThrownBy(() -> check(second)).isInstanceOf(Refusal.class).hasMessageContaining("changed");
    }

    @Test
    void historyIsOnlyAdded() {
        Deposit deposit = opened("A8", today.minusMonths(3), today);
        assertThatThrownBy(() -> jdbc.sql("delete from treasury.deposit_event where deposit_id = ?").param(deposit.id()).update())
                .rootCause().hasMessageContaining("only added");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNTANT")
    void othersDoNotOrder(Role role) throws Exception {
        mvc.perform(post("/api/v1/deposits").contentType(MediaType.APPLICATION_JSON).content("{").with(staff.signedIn(role)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/deposits/new").with(staff.signedIn(role))).andExpect(status().isForbidden());
    }

    @Test
    void pagesAndCallsLeadToTheOrder() throws Exception {
        mvc.perform(get("/deposits/new").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(post("/deposits").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("rate", "nhiều"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("id=\"rate-error\"")));
        mvc.perform(post("/deposits").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("bank", "Co-opBank")
                .param("number", "HD 12").param("amount", "1.000.000.000").param("rate", "4,7").param("valueDate", today.toString())
                .param("maturesOn", today.plusMonths(6).toString()).param("decision", "QĐ 3/QĐ-QHT")).andExpect(status().is3xxRedirection());
        Deposit deposit = opened("A9", today.minusMonths(3), today);
        mvc.perform(get("/deposits/" + deposit.id()).with(staff.signedIn(Role.COUNCIL_MEMBER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Lãi tạm tính")));
        mvc.perform(get("/deposits/" + deposit.id() + "/turn").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(post("/deposits/" + deposit.id() + "/turn").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Chọn việc cần ghi nhận")));
        mvc.perform(get("/deposits?all=true&sort=-principal").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("A9")));
        mvc.perform(get("/deposits/export.csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("A9")));
        mvc.perform(get("/api/v1/deposits").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.number == 'A9')].principal").value(2_000_000_000));
        assertThat(deposits.list(false, SortBy.of(null, "matures", Deposits.COLUMNS), new PageOf.Wish(0, 1000)).items())
                .extracting(Deposit::number).containsAll(List.of("A9"));
    }

    private MoneyOrder ordered(String number, LocalDate from, LocalDate to) {
        return staff.as(Role.ACCOUNTANT, () -> openDeposit.order(
                new OpenDeposit.Wish("Co-opBank Bắc Giang", number, Dong.of(2_000_000_000), RATE, from, to, "QĐ 3/QĐ-QHT")));
    }

    private Deposit opened(String number, LocalDate from, LocalDate to) {
        check(ordered(number, from, to));
        return deposits.list(false, SortBy.of(null, "matures", Deposits.COLUMNS), new PageOf.Wish(0, 1000)).items().stream()
                .filter(one -> one.number().equals(number)).findFirst().orElseThrow();
    }

    private MoneyOrder turn(Deposit deposit, DepositEvent.Kind kind, long interest) {
        return staff.as(Role.ACCOUNTANT, () -> turnDeposit.order(deposit.id(),
                new TurnDeposit.Wish(kind, Dong.of(interest), today, null, null, "GB 1")));
    }

    private MoneyOrder reverse(MoneyOrder done) {
        return staff.as(Role.ACCOUNTANT, () -> reverseOrder.order(done.id(), today, "Nhầm giấy báo"));
    }

    private MoneyOrder check(MoneyOrder order) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
    }
}
