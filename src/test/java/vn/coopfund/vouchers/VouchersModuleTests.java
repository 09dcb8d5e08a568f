package vn.coopfund.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;

class VouchersModuleTests extends ModuleTest {

    @Autowired
    Vouchers vouchers;
    @Autowired
    VoucherPaper paper;
    @Autowired
    TransferRequests transferRequests;
    @Autowired
    Journal journal;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    MockMvc mvc;
    @Autowired
    People people;

    LocalDate today;

    @BeforeEach
    void readDay() {
        today = businessDay.today();
    }

    @Test
    void numbersRunWithoutGaps() {
        issue(VoucherKind.RECEIPT, 500);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            vouchers.issue(VoucherKind.RECEIPT, cashIn(500), Party.named("HTX"), Dong.of(500), "thử");
            throw new IllegalStateException("fails after the number was taken");
        })).isInstanceOf(IllegalStateException.class);
        issue(VoucherKind.RECEIPT, 500);
        List<Long> numbers = jdbc.sql("""
                select number from vouchers.voucher where kind = 'RECEIPT' and year = ? order by number""")
                .param(today.getYear()).query(Long.class).list();
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
    }

    @Test
    void issuesOnePaperAnEntry() {
        Posted entry = inTransaction(() -> cashIn(500));
        Voucher first = inTransaction(() -> vouchers.issue(VoucherKind.RECEIPT, entry, Party.named("HTX"), Dong.of(500), "thử"));
        assertThat(inTransaction(() -> vouchers.issue(VoucherKind.RECEIPT, entry, Party.named("HTX"), Dong.of(500), "thử")))
                .isEqualTo(first);
        assertThat(vouchers.ofEntry(entry.entryId())).containsExactly(first);
    }

    @Test
    void namesWhoMadeTheEntryWhereASecondPersonLetItBe() {
        Staff staff = new Staff(people);
        Actor maker = staff.with(Role.ACCOUNTANT);
        Actor checker = staff.with(Role.CHIEF_ACCOUNTANT);
        Voucher voucher = Actors.as(checker, () -> inTransaction(() -> vouchers.issue(VoucherKind.RECEIPT, journal.post(
                NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.manual", "thử").debit("111", 500).credit("711", 500)
                        .madeBy(maker.id()).checkedBy(checker.id())), Party.named("HTX"), Dong.of(500), "thử")));
        assertThat(voucher.madeBy()).isEqualTo(maker.id());
    }

    @Test
    void refusesAPaperThatSaysAnotherAmountThanTheBooks() {
        Posted entry = inTransaction(() -> cashIn(500));
        assertThatIllegalArgumentException().isThrownBy(() -> inTransaction(() ->
                vouchers.issue(VoucherKind.RECEIPT, entry, Party.named("HTX"), Dong.of(501), "thử")));
        assertThatIllegalArgumentException().isThrownBy(() -> inTransaction(() ->
                vouchers.issue(VoucherKind.PAYMENT, entry, Party.named("HTX"), Dong.of(500), "thử")));
    }

    @Test
    void paperIsOnlyAdded() {
        Voucher voucher = issue(VoucherKind.RECEIPT, 500);
        assertThatThrownBy(() -> jdbc.sql("update vouchers.voucher set amount = 1 where id = ?").param(voucher.id()).update())
                .rootCause().hasMessageContaining("only added");
    }

    @Test
    void paperShowsAmountInFiguresAndWords() throws Exception {
        Voucher voucher = inTransaction(() -> vouchers.issue(VoucherKind.RECEIPT, cashIn(12_345_678),
                new Party("Nguyễn Thị Hoa", "Phường Chũ, tỉnh Bắc Ninh", null), Dong.of(12_345_678), "Trả nợ gốc kỳ 3"));
        try (PDDocument document = Loader.loadPDF(paper.pdf(voucher.id()))) {
            String text = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text).containsIgnoringCase("phiếu thu").contains("Mẫu số 01 - TT", "Số: " + voucher.number(), "Nợ: 111",
                    "Có: 711", "Nguyễn Thị Hoa", "Phường Chũ, tỉnh Bắc Ninh", "Trả nợ gốc kỳ 3", "12.345.678 đ",
                    "Mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng", "Thủ quỹ");
        }
    }

    @Test
    void financeReadsThePaperAndABorrowerDoesNot() throws Exception {
        Voucher voucher = issue(VoucherKind.RECEIPT, 500);
        Staff staff = new Staff(people);
        mvc.perform(get("/vouchers/{id}.pdf", voucher.id()).with(staff.signedIn(Role.CASHIER)))
                .andExpect(status().isOk()).andExpect(content().contentType(MediaType.APPLICATION_PDF));
        mvc.perform(get("/vouchers/{id}.pdf", voucher.id()).with(staff.signedIn(Role.BORROWER)))
                .andExpect(status().isForbidden());
    }

    @Test
    void transferIsAskedForOnlyWhereSomethingIsOwed() {
        assertThat(transferRequests.forLoan("0012/2026/HĐTD-QHTX", Dong.ZERO)).isEmpty();
        assertThat(transferRequests.forLoan("0012/2026/HĐTD-QHTX", Dong.of(5_000_000))).hasValueSatisfying(transfer ->
                assertThat(transfer.payload()).contains("54075000000", "0012-2026-HDTD-QHTX"));
    }

    private Voucher issue(VoucherKind kind, long amount) {
        return inTransaction(() -> vouchers.issue(kind, cashIn(amount), Party.named("HTX"), Dong.of(amount), "thử"));
    }

    private Posted cashIn(long amount) {
        return journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y")
                .debit("111", amount).credit("711", amount));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
