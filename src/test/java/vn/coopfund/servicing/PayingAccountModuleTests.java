package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.ledger.Line;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.OpenBankAccount;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.VoucherPaper;
import vn.coopfund.web.Refusal;

/** A loan and a refund are paid from the account of the fund that the accountant chose. */
class PayingAccountModuleTests extends LoanModuleTest {

    @Autowired
    OpenBankAccount openBankAccount;
    @Autowired
    OrderOtherMoney orderOtherMoney;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    BankAccounts banks;
    @Autowired
    VoucherPaper voucherPaper;
    @Autowired
    RefundCredit refundCredit;
    @Autowired
    MockMvc mvc;

    private BankAccount second;

    @BeforeEach
    void openASecond() {
        businessDay.moveTo(DISBURSED);
        if (banks.all().size() < 2) {
            check(as(staff.with(Role.ACCOUNTANT), () -> openBankAccount.order(new OpenBankAccount.Wish("VietinBank Bắc Giang", "970415",
                    "8800123456", LocalDate.of(2026, 1, 1), "HĐ 12/2026"))));
        }
        second = banks.all().get(1);
    }

    @Test
    void loanIsPaidFromTheAccountThatThePreparerChose() throws Exception {
        long loan = signed(false);
        businessDay.moveTo(DISBURSED);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        long there = balances.ofItself(second.ledgerAccount(), DISBURSED);
        assertThatThrownBy(() -> prepare(loan, "999")).isInstanceOf(Refusal.class).hasMessageContaining("bankAccount");
        if (there < 500_000_000) {
            assertThatThrownBy(() -> prepare(loan, id())).isInstanceOf(Refusal.class).hasMessageContaining("money-at-hand");
            moved(500_000_000);
        }
        long before = balances.ofItself(second.ledgerAccount(), DISBURSED);
        prepare(loan, id());
        mvc.perform(get("/loans/" + loan).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString(second.number())));
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-15"));
        DisbursementView paid = loans.disbursement(loan);
        assertThat(creditedOf(paid.entryId())).containsExactly(second.ledgerAccount());
        assertThat(balances.ofItself(second.ledgerAccount(), DISBURSED)).isEqualTo(before - 500_000_000);
        assertThat(onPaper(paid.voucherId())).contains(second.number());
    }

    @Test
    void refundIsPaidFromTheAccountThatTheAccountantChose() throws Exception {
        long loan = disbursed(false);
        moved(20_000_000);
        LocalDate due = LocalDate.of(2026, 4, 15);
        businessDay.moveTo(due);
        as(staff.with(Role.ACCOUNTANT), () -> takeRepayment.take(Subject.loan(loan),
                new Receipt(Dong.of(80_000_000), due, Channel.BANK, null, null)));
        mvc.perform(get("/loans/" + loan + "/refund").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString(second.number())));
        Proposed waits = as(staff.with(Role.ACCOUNTANT), () -> refundCredit.propose(Subject.loan(loan),
                new RefundTerms(Dong.of(9_000_000), Channel.BANK, "2500 · Agribank", second.id()), "Khách hàng đề nghị"));
        long voucher = confirm(waits, Role.CHIEF_ACCOUNTANT).voucher();
        long entry = jdbc.sql("select entry_id from servicing.refund where loan_id = ?").param(loan).query(Long.class).single();
        assertThat(creditedOf(entry)).containsExactly(second.ledgerAccount());
        assertThat(onPaper(voucher)).contains(second.number());
    }

    private void prepare(long loan, String account) {
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("bankAccount", account));
    }

    private String id() {
        return Long.toString(second.id());
    }

    private void moved(long amount) {
        check(as(staff.with(Role.ACCOUNTANT), () -> orderOtherMoney.order(new OrderOtherMoney.Wish(VoucherKind.PAYMENT_ORDER,
                Dong.of(amount), businessDay.today(), second.ledgerAccount(), "Quỹ", null, second.number(), "Chuyển giữa hai tài khoản"))));
    }

    private MoneyOrder check(MoneyOrder order) {
        return as(staff.with(Role.CHIEF_ACCOUNTANT), () -> checkOrder.check(order.id()));
    }

    private List<String> creditedOf(long entry) {
        return journal.linesOf(entry).stream().filter(line -> line.credit() > 0).map(Line::account).toList();
    }

    private String onPaper(long voucher) throws Exception {
        try (PDDocument paper = Loader.loadPDF(as(staff.with(Role.ACCOUNTANT), () -> voucherPaper.pdf(voucher)))) {
            return new PDFTextStripper().getText(paper);
        }
    }
}
