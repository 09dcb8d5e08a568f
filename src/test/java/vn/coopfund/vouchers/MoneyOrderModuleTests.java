package vn.coopfund.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
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
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Files;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

class MoneyOrderModuleTests extends ModuleTest {

    @Autowired
    OrderOtherMoney orderOtherMoney;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    PayOrder payOrder;
    @Autowired
    DeclineOrder declineOrder;
    @Autowired
    SignVoucher signVoucher;
    @Autowired
    Vouchers vouchers;
    @Autowired
    CashSignatures signatures;
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
    void bankFeeIsPostedWhenASecondPersonHasCheckedIt() {
        long bank = balances.of("112", today);
        MoneyOrder order = order(VoucherKind.DEBIT_ADVICE, "6427", 11_000);
        assertThat(order.state()).isEqualTo(MoneyOrder.State.PENDING);
        assertThat(balances.of("112", today)).isEqualTo(bank);
        MoneyOrder done = check(order);
        assertThat(done.state()).isEqualTo(MoneyOrder.State.DONE);
        assertThat(balances.of("112", today)).isEqualTo(bank - 11_000);
        assertThat(vouchers.ofEntry(done.entryId())).singleElement().satisfies(voucher -> {
            assertThat(voucher.kind()).isEqualTo(VoucherKind.DEBIT_ADVICE);
            assertThat(voucher.number()).endsWith("/BN");
            assertThat(voucher.madeBy()).isEqualTo(order.madeBy());
        });
        record Persons(long madeBy, long checkedBy) {
        }
        assertThat(jdbc.sql("select made_by, checked_by from ledger.entry where id = ?").param(done.entryId())
                .query(Persons.class).single()).isEqualTo(new Persons(order.madeBy(), done.checkedBy()));
    }

    @Test
    void cashWaitsForTheCashierAndIsSignedByPaying() {
        long cash = balances.of("111", today);
        MoneyOrder checked = check(order(VoucherKind.PAYMENT, "6423", 700_000));
        assertThat(checked.state()).isEqualTo(MoneyOrder.State.CHECKED);
        assertThat(balances.of("111", today)).isEqualTo(cash);
        MoneyOrder paid = pay(checked);
        assertThat(balances.of("111", today)).isEqualTo(cash - 700_000);
        Voucher voucher = vouchers.ofEntry(paid.entryId()).get(0);
        assertThat(signatures.of(voucher.id())).hasValueSatisfying(signature ->
                assertThat(signature.signedBy()).isEqualTo(staff.with(Role.CASHIER).id()));
        assertThatThrownBy(() -> pay(paid)).isInstanceOf(Refusal.class);
    }

    @Test
    void cashDoesNotLeaveUnchecked() {
        MoneyOrder order = order(VoucherKind.PAYMENT, "6423", 700_000);
        assertThatThrownBy(() -> pay(order)).isInstanceOf(Refusal.class).hasMessageContaining("unchecked");
    }

    @Test
    void cashFromTheBankLeavesTwoPapers() {
        MoneyOrder paid = pay(check(order(VoucherKind.RECEIPT, "112", 5_000_000)));
        assertThat(vouchers.ofEntry(paid.entryId())).extracting(Voucher::kind)
                .containsExactlyInAnyOrder(VoucherKind.RECEIPT, VoucherKind.DEBIT_ADVICE);
        MoneyOrder back = pay(check(order(VoucherKind.PAYMENT, "112", 5_000_000)));
        assertThat(vouchers.ofEntry(back.entryId())).extracting(Voucher::kind)
                .containsExactlyInAnyOrder(VoucherKind.PAYMENT, VoucherKind.CREDIT_ADVICE);
    }

    @ParameterizedTest
    @CsvSource({"RECEIPT, 711", "PAYMENT, 6428", "CREDIT_ADVICE, 515", "DEBIT_ADVICE, 635", "PAYMENT_ORDER, 331"})
    void everyKindIsNumberedWithoutGaps(VoucherKind kind, String account) {
        MoneyOrder failing = order(kind, account, 1_000);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            settle(failing);
            throw new IllegalStateException("after the number was taken");
        })).isInstanceOf(IllegalStateException.class);
        settle(failing);
        settle(order(kind, account, 2_000));
        List<Long> numbers = jdbc.sql("select number from vouchers.voucher where kind = ? and year = ? order by number")
                .params(kind.name(), today.getYear()).query(Long.class).list();
        assertThat(numbers).last().isEqualTo((long) numbers.size());
    }

    @Test
    void onePersonDoesNotStandOnTwoSides() {
        Actor both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER);
        MoneyOrder own = Actors.as(both, () -> orderOtherMoney.order(wish(VoucherKind.PAYMENT, "6423", 1_000)));
        assertThatThrownBy(() -> Actors.as(both, () -> checkOrder.check(own.id()))).isInstanceOf(DutyConflict.class);
        MoneyOrder checked = check(own);
        assertThatThrownBy(() -> Actors.as(both, () -> payOrder.pay(checked.id()))).isInstanceOf(DutyConflict.class);
    }

    @Test
    void databaseKeepsTheCashierApartAndTheOrderAsItWasMade() {
        MoneyOrder checked = check(order(VoucherKind.PAYMENT, "6423", 1_000));
        assertThatThrownBy(() -> jdbc.sql("update vouchers.money_order set state = 'DONE', paid_by = made_by, paid_at = now() where id = ?")
                .param(checked.id()).update()).hasMessageContaining("money_order_cashier_apart");
        assertThatThrownBy(() -> jdbc.sql("update vouchers.money_order set amount = 2 where id = ?").param(checked.id()).update())
                .rootCause().hasMessageContaining("stays as it was made");
        MoneyOrder done = pay(checked);
        Voucher voucher = vouchers.ofEntry(done.entryId()).get(0);
        assertThatThrownBy(() -> jdbc.sql("update vouchers.cash_signature set signed_by = 1 where voucher_id = ?")
                .param(voucher.id()).update()).rootCause().hasMessageContaining("only added");
    }

    @Test
    void cashierSignsReceiptsThatWerePostedAtOnceAndNeverTheOwn() {
        Voucher receipt = transaction.execute(status -> staff.as(Role.ACCOUNTANT, () -> vouchers.issue(VoucherKind.RECEIPT,
                journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y")
                        .debit("111", 500).credit("711", 500)), Party.named("HTX"), Dong.of(500), "thử")));
        assertThatThrownBy(() -> jdbc.sql("insert into vouchers.cash_signature (voucher_id, signed_by) values (?, ?)")
                .params(receipt.id(), receipt.madeBy()).update()).isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("cashier is not the maker");
        Actor both = staff.with(Role.ACCOUNTANT, Role.CASHIER);
        Voucher own = transaction.execute(status -> Actors.as(both, () -> vouchers.issue(VoucherKind.RECEIPT,
                journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y")
                        .debit("111", 500).credit("711", 500)), Party.named("HTX"), Dong.of(500), "thử")));
        assertThatThrownBy(() -> Actors.as(both, () -> signVoucher.sign(Subject.voucher(own.id())))).isInstanceOf(Refusal.class);
        int waiting = signatures.waiting();
        staff.as(Role.CASHIER, () -> signVoucher.sign(Subject.voucher(receipt.id())));
        assertThat(signatures.waiting()).isEqualTo(waiting - 1);
    }

    @Test
    void declinedOrderPostsNothingAndStaysDeclined() {
        MoneyOrder checked = check(order(VoucherKind.PAYMENT, "6423", 1_000));
        MoneyOrder declined = staff.as(Role.CHIEF_ACCOUNTANT, () -> declineOrder.decline(checked.id(), "thiếu hóa đơn"));
        assertThat(declined.reason()).isEqualTo("thiếu hóa đơn");
        assertThatThrownBy(() -> pay(declined)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesMoreThanThereIsAndAccountsThatAreNotAllowed() {
        assertThatThrownBy(() -> order(VoucherKind.PAYMENT, "6423", balances.of("111", today) + 1))
                .isInstanceOf(Refusal.class).hasMessageContaining("amount:vouchers.refused.not-there");
        assertThatThrownBy(() -> order(VoucherKind.PAYMENT, "1283", 1_000)).isInstanceOf(Refusal.class)
                .hasMessageContaining("account:");
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(new OrderOtherMoney.Wish(
                VoucherKind.PAYMENT, Dong.of(0), today.plusDays(1), "6423", " ", null, null, null))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::field).containsExactly("amount", "valueDate", "party", "text"));
    }

    @Test
    void secondPrintIsACopyAndSaysWhoPrinted() throws Exception {
        Voucher voucher = vouchers.ofEntry(check(order(VoucherKind.DEBIT_ADVICE, "6427", 11_000)).entryId()).get(0);
        mvc.perform(get("/vouchers/{id}.pdf", voucher.id()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(get("/vouchers/{id}", voucher.id()).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(content().string(containsString("Bản gốc"))).andExpect(content().string(not(containsString("Bản sao lần"))));
        mvc.perform(get("/vouchers/{id}.pdf", voucher.id()).with(staff.signedIn(Role.CASHIER))).andExpect(status().isOk());
        mvc.perform(get("/vouchers/{id}", voucher.id()).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(content().string(containsString("Bản sao lần 1: cashier")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNTANT")
    void othersDoNotOrder(Role role) throws Exception {
        mvc.perform(post("/api/v1/vouchers/orders").contentType(MediaType.APPLICATION_JSON).content("{")
                .with(staff.signedIn(role))).andExpect(status().isForbidden());
        assertThatThrownBy(() -> staff.as(role, () -> orderOtherMoney.order(wish(VoucherKind.PAYMENT, "6423", 1))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void orderGoesFromHandToHandOnThePages() throws Exception {
        mvc.perform(get("/vouchers/orders/new").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(get("/vouchers/orders/new?paper=PAYMENT").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("6423 – Chi phí đồ dùng văn phòng")));
        mvc.perform(post("/vouchers/orders").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("paper", "PAYMENT")
                .param("amount", "một").param("valueDate", today.toString())).andExpect(status().isOk())
                .andExpect(content().string(containsString("Lỗi:")));
        String file = mvc.perform(post("/vouchers/orders").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                .param("paper", "PAYMENT").param("amount", "250.000").param("account", "6423").param("party", "Cửa hàng Minh Tâm")
                .param("valueDate", today.toString()).param("text", "Mua giấy in")).andExpect(status().is3xxRedirection())
                .andReturn().getResponse().getRedirectedUrl();
        mvc.perform(multipart(file + "/papers").file(new MockMultipartFile("file", "hoa-don.exe", null, "MZ".getBytes()))
                .with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("file-error")));
        mvc.perform(multipart(file + "/papers").file(new MockMultipartFile("file", "hoa-don.pdf", null, Files.pdf()))
                .with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().is3xxRedirection());
        mvc.perform(get(file).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(content().string(containsString("Sẽ ghi sổ")))
                .andExpect(content().string(containsString("hoa-don.pdf")))
                .andExpect(content().string(not(containsString("Kiểm soát, chuyển thủ quỹ"))));
        mvc.perform(post(file + "/check").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().is3xxRedirection());
        mvc.perform(get(file).with(staff.signedIn(Role.CASHIER))).andExpect(content().string(containsString("Đã chi đủ tiền")));
        mvc.perform(post(file + "/payment").with(csrf()).with(staff.signedIn(Role.CASHIER))).andExpect(status().is3xxRedirection());
        mvc.perform(get("/vouchers?q=minh tam&kind=PAYMENT&sort=-amount").with(staff.signedIn(Role.CASHIER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Cửa hàng Minh Tâm")));
        mvc.perform(get("/vouchers/export.csv?q=minh tam").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Mua giấy in")));
        mvc.perform(get("/vouchers/orders?state=DONE").with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Cửa hàng Minh Tâm")));
        mvc.perform(get("/vouchers/cash-book?size=1000&from=" + today).with(staff.signedIn(Role.CASHIER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Mua giấy in")));
        mvc.perform(get("/vouchers/cash-book.csv?from=" + today).with(staff.signedIn(Role.CASHIER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Mua giấy in")));
        mvc.perform(get("/vouchers").with(staff.signedIn(Role.BORROWER))).andExpect(status().isForbidden());
    }

    @Test
    void callsTakeAKeyAndAnswerTheSame() throws Exception {
        String body = """
                {"paper": "DEBIT_ADVICE", "amount": 22000, "valueDate": "%s", "account": "6427", "party": "Agribank", "text": "Phí"}"""
                .formatted(today);
        mvc.perform(post("/api/v1/vouchers/orders").contentType(MediaType.APPLICATION_JSON).content(body)
                .with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isBadRequest());
        String key = UUID.randomUUID().toString();
        String id = null;
        for (int twice = 0; twice < 2; twice++) {
            String answer = mvc.perform(post("/api/v1/vouchers/orders").contentType(MediaType.APPLICATION_JSON).content(body)
                    .header("Idempotency-Key", key).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isAccepted())
                    .andExpect(jsonPath("$.state").value("PENDING")).andReturn().getResponse().getContentAsString();
            String now = com.jayway.jsonpath.JsonPath.read(answer, "$.id");
            assertThat(id == null || id.equals(now)).isTrue();
            id = now;
        }
        mvc.perform(post("/api/v1/vouchers/orders/{id}/confirmation", id).header("Idempotency-Key", UUID.randomUUID())
                .with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("DONE"));
        mvc.perform(get("/api/v1/vouchers?kind=DEBIT_ADVICE").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.party == 'Agribank')]").isNotEmpty());
    }

    private MoneyOrder settle(MoneyOrder order) {
        MoneyOrder checked = check(order);
        return checked.byCashier() ? pay(checked) : checked;
    }

    private MoneyOrder order(VoucherKind paper, String account, long amount) {
        return staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(wish(paper, account, amount)));
    }

    private OrderOtherMoney.Wish wish(VoucherKind paper, String account, long amount) {
        return new OrderOtherMoney.Wish(paper, Dong.of(amount), today, account, "Cửa hàng Hoa Mai", null, null, "Văn phòng phẩm");
    }

    private MoneyOrder check(MoneyOrder order) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
    }

    private MoneyOrder pay(MoneyOrder order) {
        return staff.as(Role.CASHIER, () -> payOrder.pay(order.id()));
    }
}
