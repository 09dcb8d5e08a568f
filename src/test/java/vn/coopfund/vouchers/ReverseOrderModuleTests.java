package vn.coopfund.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** A posted order is taken back by two people: nothing is edited, both papers name each other. */
class ReverseOrderModuleTests extends ModuleTest {

    @Autowired
    OrderOtherMoney orderOtherMoney;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    PayOrder payOrder;
    @Autowired
    DeclineOrder declineOrder;
    @Autowired
    ReverseOrder reverseOrder;
    @Autowired
    MoneyOrders orders;
    @Autowired
    Vouchers vouchers;
    @Autowired
    CashBook cashBook;
    @Autowired
    Balances balances;
    @Autowired
    Journal journal;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    People people;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    MockMvc mvc;

    Staff staff;
    LocalDate today;

    @BeforeEach
    void fillTheTill() {
        staff = new Staff(people);
        today = businessDay.today();
        transaction.executeWithoutResult(status -> journal.post(NewEntry.of("test:" + UUID.randomUUID(), today,
                "ledger.entry.reversal", "1", "x", "y").debit("111", 50_000_000).debit("112", 50_000_000).credit("711", 100_000_000)));
    }

    @Test
    void bankOrderIsTakenBackAndBothPapersNameEachOther() {
        long bank = balances.of("112", today);
        long fees = balances.of("6427", today);
        Vouchers.Sum before = vouchers.sum(new Vouchers.Filter(null, null, null, null, false));
        MoneyOrder done = done(VoucherKind.DEBIT_ADVICE, "6427", 330_000);
        MoneyOrder asked = reverse(done, "Ngân hàng thu nhầm phí");
        assertThat(balances.of("6427", today)).isEqualTo(fees + 330_000);
        MoneyOrder back = check(asked);
        assertThat(balances.of("112", today)).isEqualTo(bank);
        assertThat(balances.of("6427", today)).isEqualTo(fees);
        Voucher old = vouchers.ofEntry(done.entryId()).get(0);
        Voucher counter = vouchers.ofEntry(back.entryId()).get(0);
        assertThat(counter.kind()).isEqualTo(VoucherKind.CREDIT_ADVICE);
        assertThat(vouchers.cancellationOf(old.id())).hasValueSatisfying(cancelled ->
                assertThat(cancelled.entryId()).isEqualTo(back.entryId()));
        assertThat(vouchers.takenBackBy(counter)).containsExactly(old);
        assertThat(vouchers.sum(new Vouchers.Filter(null, null, null, null, false))).isEqualTo(before);
        assertThat(orders.get(done.id())).isEqualTo(done);
    }

    @Test
    void cashComesBackThroughTheCashierAndTheCashBookSaysByWhichPaper() {
        long cash = balances.of("111", today);
        MoneyOrder done = done(VoucherKind.PAYMENT, "6423", 700_000);
        MoneyOrder checked = check(reverse(done, "Chi nhầm hai lần"));
        assertThat(checked.state()).isEqualTo(MoneyOrder.State.CHECKED);
        assertThat(balances.of("111", today)).isEqualTo(cash - 700_000);
        MoneyOrder back = pay(checked);
        assertThat(balances.of("111", today)).isEqualTo(cash);
        assertThat(cashBook.lines(today, today, new vn.coopfund.web.PageOf.Wish(0, 1000)).items())
                .filteredOn(line -> line.entryId() == back.entryId()).singleElement()
                .satisfies(line -> assertThat(line.voucher()).endsWith("/PT"));
    }

    @Test
    void isTakenBackOnceAndAReversalStands() {
        MoneyOrder done = done(VoucherKind.DEBIT_ADVICE, "6427", 11_000);
        MoneyOrder asked = reverse(done, "Nhầm");
        assertThatThrownBy(() -> reverse(done, "Nhầm")).isInstanceOf(Refusal.class).hasMessageContaining("reversal-waits");
        MoneyOrder back = check(asked);
        assertThatThrownBy(() -> reverse(done, "Nhầm")).isInstanceOf(Refusal.class).hasMessageContaining("reversed");
        assertThatThrownBy(() -> reverse(back, "Nhầm")).isInstanceOf(Refusal.class).hasMessageContaining("reversal-stands");
    }

    @Test
    void declinedReversalLeavesAllAsItWas() {
        long bank = balances.of("112", today);
        MoneyOrder done = done(VoucherKind.DEBIT_ADVICE, "6427", 11_000);
        MoneyOrder asked = reverse(done, "Nhầm");
        staff.as(Role.CHIEF_ACCOUNTANT, () -> declineOrder.decline(asked.id(), "Phí đúng"));
        assertThat(balances.of("112", today)).isEqualTo(bank - 11_000);
        assertThat(vouchers.cancellationOf(vouchers.ofEntry(done.entryId()).get(0).id())).isEmpty();
        check(reverse(done, "Lần này đúng là nhầm"));
        assertThat(balances.of("112", today)).isEqualTo(bank);
    }

    @Test
    void whatIsNotPostedOrHasNoReasonIsNotTakenBack() {
        MoneyOrder waiting = staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(wish(VoucherKind.DEBIT_ADVICE, "6427", 11_000)));
        assertThatThrownBy(() -> reverse(waiting, "Nhầm")).isInstanceOf(Refusal.class).hasMessageContaining("nothing-to-reverse");
        MoneyOrder done = check(waiting);
        assertThatThrownBy(() -> reverse(done, " ")).isInstanceOf(Refusal.class).hasMessageContaining("reason");
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> reverseOrder.order(done.id(), today.minusDays(1), "Nhầm")))
                .isInstanceOf(Refusal.class).hasMessageContaining("before-original");
    }

    @Test
    void nobodyReversesAlone() {
        MoneyOrder done = done(VoucherKind.DEBIT_ADVICE, "6427", 11_000);
        Actor both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        MoneyOrder asked = Actors.as(both, () -> reverseOrder.order(done.id(), today, "Nhầm"));
        assertThatThrownBy(() -> Actors.as(both, () -> checkOrder.check(asked.id()))).isInstanceOf(DutyConflict.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"CHIEF_ACCOUNTANT", "CASHIER", "DIRECTOR", "CONTROLLER", "BORROWER", "ADMINISTRATOR"})
    void othersDoNotAskForAReversal(Role role) {
        MoneyOrder done = done(VoucherKind.DEBIT_ADVICE, "6427", 11_000);
        assertThatThrownBy(() -> staff.as(role, () -> reverseOrder.order(done.id(), today, "Nhầm"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void pagesAndCallLeadFromOneToTheOther() throws Exception {
        MoneyOrder done = done(VoucherKind.DEBIT_ADVICE, "6427", 44_000);
        String page = "/vouchers/orders/" + done.id();
        mvc.perform(get(page).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(content().string(containsString("Đề nghị đảo")));
        mvc.perform(post(page + "/reversal").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("reason", "")
                .param("valueDate", today.toString())).andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#reason\"")));
        String answer = mvc.perform(post("/api/v1/vouchers/orders/{id}/reversal", done.id()).contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"Thu nhầm\"}").header("Idempotency-Key", UUID.randomUUID())
                .with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isAccepted())
                .andExpect(jsonPath("$.kind").value("REVERSE_ORDER")).andReturn().getResponse().getContentAsString();
        mvc.perform(get(page).with(staff.signedIn(Role.CONTROLLER))).andExpect(content().string(containsString("Đang có lệnh đảo")));
        MoneyOrder back = check(orders.get(Long.parseLong(com.jayway.jsonpath.JsonPath.read(answer, "$.id"))));
        mvc.perform(get(page).with(staff.signedIn(Role.CONTROLLER))).andExpect(content().string(containsString("Đã đảo")));
        Voucher old = vouchers.ofEntry(done.entryId()).get(0);
        Voucher counter = vouchers.ofEntry(back.entryId()).get(0);
        mvc.perform(get("/vouchers/" + old.id()).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(content().string(containsString(counter.number())));
        mvc.perform(get("/vouchers/" + counter.id()).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(content().string(containsString(old.number())));
    }

    private MoneyOrder done(VoucherKind paper, String account, long amount) {
        MoneyOrder checked = check(staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(wish(paper, account, amount))));
        return checked.byCashier() ? pay(checked) : checked;
    }

    private OrderOtherMoney.Wish wish(VoucherKind paper, String account, long amount) {
        return new OrderOtherMoney.Wish(paper, Dong.of(amount), today, account, "Agribank", null, null, "Phí");
    }

    private MoneyOrder reverse(MoneyOrder done, String why) {
        return staff.as(Role.ACCOUNTANT, () -> reverseOrder.order(done.id(), today, why));
    }

    private MoneyOrder check(MoneyOrder order) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
    }

    private MoneyOrder pay(MoneyOrder order) {
        return staff.as(Role.CASHIER, () -> payOrder.pay(order.id()));
    }
}
