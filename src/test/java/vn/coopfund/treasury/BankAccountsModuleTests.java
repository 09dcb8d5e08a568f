package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Actors;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.servicing.TakenReceipts;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.OpenBankAccount;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.TransferRequests;
import vn.coopfund.vouchers.Voucher;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Refusal;

/** A second account of the fund: opened by two people, with books, statements and codes of its own. */
class BankAccountsModuleTests extends BankModuleTest {

    @Autowired
    OpenBankAccount openBankAccount;
    @Autowired
    OrderOtherMoney orderOtherMoney;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    Vouchers vouchers;
    @Autowired
    TransferRequests transfers;
    @Autowired
    BankBalance bankBalance;
    @Autowired
    TakeRepayment take;
    @Autowired
    TakenReceipts receipts;
    @Autowired
    MockMvc mvc;

    private BankAccount second;

    @BeforeEach
    void openASecond() {
        businessDay.moveTo(DUE);
        if (accounts.all().size() < 2) {
            MoneyOrder asked = ask("8800123456");
            assertThat(accounts.all()).hasSize(1);
            check(asked);
        }
        second = accounts.all().get(1);
    }

    @Test
    void hasItsOwnAccountInTheBooks() {
        assertThat(second.ledgerAccount()).isEqualTo("1122");
        assertThat(second.openedOn()).isNotNull();
        assertThat(accounts.usual().ledgerAccount()).isEqualTo("112");
        assertThatThrownBy(() -> ask(second.number())).isInstanceOf(Refusal.class).hasMessageContaining("bank-account-known");
        assertThatThrownBy(() -> ask("12")).isInstanceOf(Refusal.class).hasMessageContaining("bank-number");
    }

    @Test
    void nobodyOpensOneAlone() {
        var both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        MoneyOrder asked = Actors.as(both, () -> openBankAccount.order(wish("77001122")));
        assertThatThrownBy(() -> Actors.as(both, () -> checkOrder.check(asked.id()))).isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> staff.as(Role.CASHIER, () -> openBankAccount.order(wish("77001123")))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void moneyGoesFromOneToTheOtherWithAPaperOfEach() {
        long usual = books.ofItself("112", DUE);
        long other = books.ofItself("1122", DUE);
        long all = books.of("112", DUE);
        MoneyOrder done = transfer(30_000_000);
        assertThat(books.ofItself("112", DUE)).isEqualTo(usual - 30_000_000);
        assertThat(books.ofItself("1122", DUE)).isEqualTo(other + 30_000_000);
        assertThat(books.of("112", DUE)).isEqualTo(all);
        assertThat(vouchers.ofEntry(done.entryId())).extracting(Voucher::kind)
                .containsExactlyInAnyOrder(VoucherKind.PAYMENT_ORDER, VoucherKind.CREDIT_ADVICE);
    }

    @Test
    void orderIsPaidFromTheAccountItNames() {
        transfer(2_000_000);
        long other = books.ofItself("1122", DUE);
        check(staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(new OrderOtherMoney.Wish(VoucherKind.DEBIT_ADVICE,
                Dong.of(55_000), DUE, "6427", "Ngân hàng", null, null, "Phí", second.number()))));
        assertThat(books.ofItself("1122", DUE)).isEqualTo(other - 55_000);
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(new OrderOtherMoney.Wish(
                VoucherKind.DEBIT_ADVICE, Dong.of(55_000), DUE, "6427", "Ngân hàng", null, null, "Phí", "999"))))
                .isInstanceOf(Refusal.class).hasMessageContaining("bank-account");
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(new OrderOtherMoney.Wish(
                VoucherKind.PAYMENT_ORDER, Dong.of(5), DUE, "1122", "Quỹ", null, null, "Chuyển", second.number()))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void statementOfOneNeverMeetsEntriesOfTheOther() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        String reference = reference();
        long entry = taken(loan, new Receipt(Dong.of(40_000_000), DUE, Channel.BANK, reference, null));
        account = second;
        long line = moneyIn(40_000_000, DUE, "tra no", reference);
        assertThat(proposals(line)).noneMatch(one -> one.kind() == Match.Kind.ENTRY && one.target() == entry);
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> matchLine.match(line,
                List.of(Part.of(Match.Kind.ENTRY, entry, Dong.of(40_000_000)))))).isInstanceOf(Refusal.class)
                .hasMessageContaining("entry-met");
    }

    @Test
    void receiptOfALineStandsOnTheLinesAccount() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        account = second;
        long usual = books.ofItself("112", DUE);
        long other = books.ofItself("1122", DUE);
        toLoan(moneyIn(7_000_000, DUE, "tra no"), loan, 7_000_000);
        assertThat(books.ofItself("1122", DUE)).isEqualTo(other + 7_000_000);
        assertThat(books.ofItself("112", DUE)).isEqualTo(usual);
        staff.as(Role.ACCOUNTANT, () -> parkUnknownMoney.park(List.of(moneyIn(900_000, DUE, "khong ro"))));
        assertThat(books.ofItself("1122", DUE)).isEqualTo(other + 7_900_000);
    }

    @Test
    void lateReceiptWaitsWithItsAccount() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE.plusDays(20));
        account = second;
        long line = moneyIn(3_000_000, DUE, "tra no");
        toLoan(line, loan, 3_000_000);
        long other = books.ofItself("1122", DUE.plusDays(20));
        long proposal = matches.of(line).stream().filter(one -> one.state() == Match.State.WAITING).findFirst().orElseThrow().proposalId();
        staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmWaiting.confirm(proposal));
        assertThat(books.ofItself("1122", DUE.plusDays(20))).isEqualTo(other);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        assertThat(receipts.of(loan)).singleElement().satisfies(receipt -> assertThat(receipt.valueDate()).isEqualTo(DUE));
    }

    @Test
    void bothSidesOfATransferMeetTheirOwnLine() {
        long entry = transfer(12_345_000).entryId();
        long out = moneyOut(12_345_000, DUE, "chuyen di");
        account = second;
        long in = moneyIn(12_345_000, DUE, "chuyen den");
        for (long line : new long[] {out, in}) {
            assertThat(proposals(line).get(0).target()).isEqualTo(entry);
            staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.ENTRY, entry, Dong.of(12_345_000)))));
            assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        }
    }

    @Test
    void borrowerMayPayIntoTheOther() {
        assertThat(transfers.forLoan("HD-1", Dong.of(5_000_000), second.id())).hasValueSatisfying(asked -> {
            assertThat(asked.account()).isEqualTo(second.number());
            assertThat(asked.payload()).contains(second.number()).contains(second.bankBin());
        });
    }

    @Test
    void pagesChooseTheAccount() throws Exception {
        for (String page : new String[] {"/bank/lines", "/bank/statements", "/bank/reconciliation"}) {
            mvc.perform(get(page + "?account=" + second.id()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                    .andExpect(content().string(containsString(second.number())));
            mvc.perform(get(page + "?account=999999").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/vouchers/bank-accounts").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("1122")));
        mvc.perform(get("/vouchers/bank-accounts/new").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isForbidden());
        mvc.perform(get("/vouchers/orders/new?paper=PAYMENT_ORDER").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(content().string(containsString("name=\"bankAccount\"")));
    }

    private MoneyOrder transfer(long amount) {
        return check(staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(new OrderOtherMoney.Wish(VoucherKind.PAYMENT_ORDER,
                Dong.of(amount), DUE, "1122", "Quỹ", null, second.number(), "Chuyển tiền giữa hai tài khoản"))));
    }

    private MoneyOrder ask(String number) {
        return staff.as(Role.ACCOUNTANT, () -> openBankAccount.order(wish(number)));
    }

    private OpenBankAccount.Wish wish(String number) {
        return new OpenBankAccount.Wish("VietinBank Bắc Giang", "970415", number, java.time.LocalDate.of(2026, 1, 1), "HĐ 12/2026");
    }

    private MoneyOrder check(MoneyOrder order) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
    }

    private long taken(long loan, Receipt receipt) {
        long id = staff.as(Role.ACCOUNTANT, () -> take.take(Subject.loan(loan), receipt)).id();
        return receipts.byId(loan, id).entryId();
    }
}
