package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.DeclineOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.ReverseOrder;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.web.Refusal;

/** What the bank moved and no order, loan or fee explains; and what becomes of lines when an order is taken back. */
class BookLineModuleTests extends BankModuleTest {

    @Autowired
    BookLine bookLine;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    DeclineOrder declineOrder;
    @Autowired
    ReverseOrder reverseOrder;
    @Autowired
    OrderOtherMoney orderOtherMoney;
    @Autowired
    MoneyOrders orders;
    @Autowired
    DeclineUnmatch declineUnmatch;
    @Autowired
    MockMvc mvc;

    @Test
    void transferWithoutOrderIsBookedByASecondPersonOnTheBanksDay() {
        businessDay.moveTo(DUE.plusDays(2));
        long missing = books.of("1381", DUE);
        long line = moneyOut(9_000_000, DUE, "chuyen tien");
        MoneyOrder asked = book(line, "UNEXPLAINED_OUT", "Chưa rõ ai chuyển");
        assertThat(books.of("1381", DUE)).isEqualTo(missing);
        assertThatThrownBy(() -> book(line, "UNEXPLAINED_OUT", "x")).isInstanceOf(Refusal.class).hasMessageContaining("booking-waits");
        MoneyOrder done = check(asked);
        assertThat(books.of("1381", DUE)).isEqualTo(missing + 9_000_000);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        assertThat(done.valueDate()).isEqualTo(DUE);
    }

    @Test
    void declinedBookingLeavesTheLineOpen() {
        businessDay.moveTo(DUE);
        long line = moneyOut(9_000_000, DUE, "chuyen tien");
        MoneyOrder asked = book(line, "UNEXPLAINED_OUT", "Chưa rõ");
        staff.as(Role.CHIEF_ACCOUNTANT, () -> declineOrder.decline(asked.id(), "Có lệnh số 5"));
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.NEW);
        assertThat(book(line, "UNEXPLAINED_OUT", "Vẫn chưa rõ").state()).isEqualTo(MoneyOrder.State.PENDING);
    }

    @Test
    void moneyReceivedByMistakeIsOwedUntilItIsReturned() {
        businessDay.moveTo(DUE);
        long owed = books.of("33888", DUE);
        long unknown = unknownMoney();
        long in = moneyIn(5_000_000, DUE, "chuyen nham");
        staff.as(Role.ACCOUNTANT, () -> parkUnknownMoney.park(List.of(in)));
        check(book(in, "PAYABLE_RECEIVED", "Người khác chuyển nhầm"));
        assertThat(unknownMoney()).isEqualTo(unknown);
        assertThat(books.of("33888", DUE)).isEqualTo(owed + 5_000_000);
        assertThat(lines.byId(in).state()).isEqualTo(Line.State.MATCHED);
        long out = moneyOut(5_000_000, DUE, "hoan tra");
        check(book(out, "PAYABLE_RETURNED", "Trả lại"));
        assertThat(books.of("33888", DUE)).isEqualTo(owed);
    }

    @Test
    void templateOfTheOtherSideAndOneClickAreRefused() {
        businessDay.moveTo(DUE);
        long line = moneyOut(1_000, DUE, "x");
        assertThatThrownBy(() -> book(line, "PAYABLE_RECEIVED", "x")).isInstanceOf(Refusal.class).hasMessageContaining("refused.template");
        assertThatThrownBy(() -> book(line, "BANK_FEE", "x")).isInstanceOf(Refusal.class).hasMessageContaining("refused.template");
        long chosen = jdbc.sql("select id from treasury.posting_template where fund_id = 1 and code = 'UNEXPLAINED_OUT'").query(Long.class).single();
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> matchLine.match(line,
                List.of(Part.of(Match.Kind.TEMPLATE, chosen, Dong.of(1_000)))))).isInstanceOf(Refusal.class)
                .hasMessageContaining("template-second");
        assertThatThrownBy(() -> staff.as(Role.CASHIER, () -> bookLine.order(line, new BookLine.Wish("UNEXPLAINED_OUT", null, "x"))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void reversalFreesTheLineThatHadMetTheOrder() {
        businessDay.moveTo(DUE);
        MoneyOrder paid = paymentOrder(2_500_000);
        long line = moneyOut(2_500_000, DUE, "thanh toan");
        meet(line, paid.entryId(), 2_500_000);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        check(reverse(paid));
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.NEW);
        assertThat(matches.of(line)).singleElement().satisfies(match -> {
            assertThat(match.state()).isEqualTo(Match.State.UNDONE);
            assertThat(match.reason()).isEqualTo("Tiền bị trả về");
        });
    }

    /** A returned transfer: the order's reversal is what the line that brings the money back meets. */
    @Test
    void returnedTransferMeetsTheReversalOfItsOrder() {
        businessDay.moveTo(DUE);
        MoneyOrder paid = paymentOrder(3_300_000);
        long out = moneyOut(3_300_000, DUE, "thanh toan");
        MoneyOrder back = check(reverse(paid));
        long in = moneyIn(3_300_000, DUE, "hoan tra lenh chuyen tien");
        meet(in, back.entryId(), 3_300_000);
        meet(out, paid.entryId(), 3_300_000);
        assertThat(lines.byId(in).state()).isEqualTo(Line.State.MATCHED);
        assertThat(lines.byId(out).state()).isEqualTo(Line.State.MATCHED);
    }

    @Test
    void allUnknownMoneyOfAStatementIsParkedAtOnce() throws Exception {
        businessDay.moveTo(DUE);
        Statement statement = imported(IntStream.range(0, 5).mapToObj(i -> "15/4/2026,%s,\"khong ro %d\",,%d,"
                .formatted(reference(), i, 1_000_000 + i)).toArray(String[]::new));
        long fee = moneyOut(11_000, DUE, "phi");
        long before = unknownMoney();
        long waiting = lines.toPark(account.id(), DUE).stream().mapToLong(id -> lines.byId(id).toPark()).sum();
        mvc.perform(post("/bank/lines/unknown").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))
                .param("through", DUE.toString())).andExpect(status().isForbidden());
        mvc.perform(post("/bank/lines/unknown").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                .param("through", DUE.toString())).andExpect(status().is3xxRedirection());
        assertThat(linesOf(statement)).hasSize(5).allMatch(line -> line.state() == Line.State.UNKNOWN);
        assertThat(unknownMoney() - before).isEqualTo(waiting).isGreaterThanOrEqualTo(5_000_010);
        assertThat(lines.byId(fee).state()).isEqualTo(Line.State.NEW);
        assertThat(lines.toPark(account.id(), DUE)).isEmpty();
        assertThat(jdbc.sql("select count(distinct e.value_date) from treasury.match m join ledger.entry e on e.id = m.entry_id "
                + "join treasury.statement_line l on l.id = m.line_id where l.statement_id = ?").param(statement.id())
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void declinedUndoingLeavesTheMatchAndMayBeAskedAgain() {
        businessDay.moveTo(DUE);
        MoneyOrder paid = paymentOrder(1_100_000);
        long line = moneyOut(1_100_000, DUE, "thanh toan");
        meet(line, paid.entryId(), 1_100_000);
        long match = matches.of(line).get(0).id();
        UnmatchAsked asked = staff.as(Role.ACCOUNTANT, () -> proposeUnmatch.propose(match, "Khớp nhầm"));
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> proposeUnmatch.propose(match, "Khớp nhầm"))).isInstanceOf(Refusal.class);
        staff.as(Role.CHIEF_ACCOUNTANT, () -> declineUnmatch.decline(asked.unmatching(), "Khớp đúng"));
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        UnmatchAsked again = staff.as(Role.ACCOUNTANT, () -> proposeUnmatch.propose(match, "Xem lại, vẫn nhầm"));
        staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmUnmatch.confirm(again.unmatching()));
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.NEW);
    }

    @Test
    void pageOffersTheTemplatesAndSaysWhatWaits() throws Exception {
        businessDay.moveTo(DUE);
        long line = moneyOut(8_000, DUE, "x");
        String page = "/bank/lines/" + line;
        mvc.perform(get(page).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Tiền ra chưa rõ, chờ xử lý (1381)")));
        mvc.perform(post(page + "/booking").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("template", "").param("text", ""))
                .andExpect(status().isOk()).andExpect(content().string(containsString("href=\"#template\"")));
        String template = jdbc.sql("select id from treasury.posting_template where fund_id = 1 and code = 'UNEXPLAINED_OUT'").query(String.class).single();
        mvc.perform(post(page + "/booking").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("template", template)
                .param("text", "Chưa rõ")).andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(content().string(containsString("Đang chờ người thứ hai")));
    }

    private MoneyOrder book(long line, String template, String text) {
        return staff.as(Role.ACCOUNTANT, () -> bookLine.order(line, new BookLine.Wish(template, null, text)));
    }

    private MoneyOrder paymentOrder(long amount) {
        return check(staff.as(Role.ACCOUNTANT, () -> orderOtherMoney.order(new OrderOtherMoney.Wish(VoucherKind.PAYMENT_ORDER,
                Dong.of(amount), DUE, "331", "Công ty In", null, "123, BIDV", "In biểu mẫu"))));
    }

    private MoneyOrder reverse(MoneyOrder paid) {
        return staff.as(Role.ACCOUNTANT, () -> reverseOrder.order(paid.id(), DUE, "Tiền bị trả về"));
    }

    private MoneyOrder check(MoneyOrder order) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
    }

    private void meet(long line, long entry, long amount) {
        staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.ENTRY, entry, Dong.of(amount)))));
    }
}
