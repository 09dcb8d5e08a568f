package vn.coopfund.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.BookProposal;
import vn.coopfund.ledger.ConfirmBookProposal;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.ManualEntry;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.ProposeManualEntry;
import vn.coopfund.web.Refusal;

/** There is one count a day, so each test takes its own back. */
@Transactional
class CashCountModuleTests extends ModuleTest {

    @Autowired
    CountCash countCash;
    @Autowired
    SignCashCount signCashCount;
    @Autowired
    OrderCashDifference orderCashDifference;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    ProposeManualEntry proposeManualEntry;
    @Autowired
    ConfirmBookProposal confirmBookProposal;
    @Autowired
    CashCounts counts;
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
    int notes;

    @BeforeEach
    void roundTheTill() {
        staff = new Staff(people);
        today = businessDay.today();
        long cash = balances.of("111", today);
        move(1_000_000 + Math.floorMod(-cash, 1_000L));
        notes = Math.toIntExact(balances.of("111", today) / 1_000);
    }

    @Test
    void agreesWithTheBookAndIsLockedOnceBothHaveSigned() {
        CashCount count = count(notes, null);
        assertThat(count.difference()).isZero();
        assertThat(sign().isSigned()).isTrue();
        assertThatThrownBy(() -> count(notes, null)).isInstanceOf(Refusal.class).hasMessageContaining("count-locked");
        assertThatThrownBy(this::sign).isInstanceOf(Refusal.class);
    }

    @Test
    void databaseLocksASignedCount() {
        count(notes, null);
        sign();
        assertThatThrownBy(() -> jdbc.sql("update vouchers.cash_count set counted = 0 where day = ?").param(today).update())
                .rootCause().hasMessageContaining("signed count");
    }

    @Test
    void databaseLocksItsNotes() {
        long id = count(notes, null).id();
        sign();
        assertThatThrownBy(() -> jdbc.sql("insert into vouchers.cash_count_piece values (?, 500, 1)").param(id).update())
                .rootCause().hasMessageContaining("signed count");
    }

    @Test
    void databaseKeepsOneADayAndTheSignersApart() {
        CashCount count = count(notes, null);
        assertThatThrownBy(() -> jdbc.sql("update vouchers.cash_count set signed_by = counted_by, signed_at = now() where id = ?")
                .param(count.id()).update()).hasMessageContaining("cash_count_second_person");
    }

    @Test
    void countsAgainUntilItIsSigned() {
        count(notes - 1, "đếm sót");
        assertThat(count(notes, null).difference()).isZero();
        assertThat(jdbc.sql("select count(*) from vouchers.cash_count where day = ?").param(today).query(Long.class).single()).isOne();
    }

    @Test
    void differenceIsExplainedAndPostedAfterASecondPerson() {
        assertThatThrownBy(() -> count(notes - 3, " ")).isInstanceOf(Refusal.class).hasMessageContaining("explanation:");
        count(notes - 3, "Trả nhầm tiền lẻ");
        sign();
        long cash = balances.of("111", today);
        MoneyOrder order = staff.as(Role.ACCOUNTANT, () -> orderCashDifference.order(today));
        assertThat(balances.of("111", today)).isEqualTo(cash);
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> orderCashDifference.order(today))).isInstanceOf(Refusal.class);
        MoneyOrder done = staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
        assertThat(done.state()).isEqualTo(MoneyOrder.State.DONE);
        assertThat(balances.of("111", today)).isEqualTo(cash - 3_000);
        assertThat(balances.of("1381", today)).isEqualTo(3_000);
    }

    @Test
    void surplusWaitsOnItsOwnAccount() {
        count(notes + 2, "Khách nộp thừa");
        sign();
        MoneyOrder order = staff.as(Role.ACCOUNTANT, () -> orderCashDifference.order(today));
        staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
        assertThat(balances.of("3381", today)).isEqualTo(2_000);
    }

    /** What waits for a decision is resolved by a manual entry of two people: a surplus becomes income, a shortage is owed. */
    @Test
    void whatWasFoundIsResolvedByTwoAfterADecision() {
        count(notes + 2, "Khách nộp thừa");
        sign();
        long waiting = balances.of("3381", today);
        MoneyOrder order = staff.as(Role.ACCOUNTANT, () -> orderCashDifference.order(today));
        staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
        long income = balances.of("711", today);
        long owed = balances.of("1388", today);
        long missing = balances.of("1381", today);
        decided("3381", "711", 2_000);
        decided("1388", "1381", 1_500);
        assertThat(balances.of("3381", today)).isEqualTo(waiting);
        assertThat(balances.of("711", today)).isEqualTo(income + 2_000);
        assertThat(balances.of("1388", today)).isEqualTo(owed + 1_500);
        assertThat(balances.of("1381", today)).isEqualTo(missing - 1_500);
        decided("1381", "1388", 1_500);
    }

    private void decided(String debit, String credit, long amount) {
        BookProposal proposal = staff.as(Role.ACCOUNTANT, () -> proposeManualEntry.propose(new ManualEntry(today, "Xử lý chênh lệch quỹ",
                List.of(new ManualEntry.Row(debit, amount, 0, null, null), new ManualEntry.Row(credit, 0, amount, null, null))),
                "Quyết định 12/QĐ-QHT"));
        staff.as(Role.CHIEF_ACCOUNTANT, () -> {
            confirmBookProposal.confirm(proposal.id());
            return null;
        });
    }

    @Test
    void isNotSignedAfterTheBookHasMoved() {
        count(notes, null);
        move(1_000);
        assertThatThrownBy(this::sign).isInstanceOf(Refusal.class).hasMessageContaining("book-moved");
    }

    @Test
    void onlyTheCashierCountsAndOnlyTheAccountantSigns() {
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> countCash.count(Map.of(1_000, notes), null)))
                .isInstanceOf(NotAllowed.class);
        count(notes, null);
        assertThatThrownBy(() -> staff.as(Role.CASHIER, () -> signCashCount.sign(today))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void pagesGoFromCashierToAccountant() throws Exception {
        mvc.perform(get("/vouchers/cash-counts/new").with(staff.signedIn(Role.CASHIER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("pieces[500000]")));
        mvc.perform(post("/vouchers/cash-counts").with(csrf()).with(staff.signedIn(Role.CASHIER))
                .param("pieces[1000]", String.valueOf(notes - 1))).andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"explanation-error\"")));
        mvc.perform(post("/vouchers/cash-counts").with(csrf()).with(staff.signedIn(Role.CASHIER))
                .param("pieces[1000]", "nhiều")).andExpect(status().isOk()).andExpect(content().string(containsString("Lỗi:")));
        mvc.perform(post("/vouchers/cash-counts").with(csrf()).with(staff.signedIn(Role.CASHIER))
                .param("pieces[1000]", String.valueOf(notes))).andExpect(status().is3xxRedirection());
        String page = "/vouchers/cash-counts/" + today;
        mvc.perform(get(page).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(content().string(containsString("Ký và khóa biên bản")));
        mvc.perform(post(page + "/signature").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().is3xxRedirection());
        mvc.perform(get("/vouchers/cash-counts").with(staff.signedIn(Role.CONTROLLER))).andExpect(content().string(containsString("Đã khóa")));
        assertThat(counts.of(today)).hasValueSatisfying(count -> assertThat(count.isSigned()).isTrue());
    }

    private CashCount count(int thousands, String why) {
        return staff.as(Role.CASHIER, () -> countCash.count(Map.of(1_000, thousands), why));
    }

    private CashCount sign() {
        return staff.as(Role.ACCOUNTANT, () -> signCashCount.sign(today));
    }

    private void move(long amount) {
        journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y")
                .debit("111", amount).credit("711", amount));
    }
}
