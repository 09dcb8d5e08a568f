package vn.coopfund.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
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
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ModuleTest;
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
import vn.coopfund.vouchers.AttachOrderPaper;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.Voucher;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Refusal;

@Transactional
class CapitalOrderModuleTests extends ModuleTest {

    private static final MonetaryAmount BILLION = Dong.of(1_000_000_000);
    private static final String DECISION = "QĐ 31/QĐ-UBND ngày 02/02/2026";

    @Autowired
    ProposeContribution proposeContribution;
    @Autowired
    ConfirmContribution confirmContribution;
    @Autowired
    WithdrawCapital withdrawCapital;
    @Autowired
    CapitaliseAccumulation capitaliseAccumulation;
    @Autowired
    OpenCapitalSource openCapitalSource;
    @Autowired
    EndCapitalSource endCapitalSource;
    @Autowired
    AttachOrderPaper attachOrderPaper;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    Vouchers vouchers;
    @Autowired
    Capital capital;
    @Autowired
    CapitalPath path;
    @Autowired
    Terms terms;
    @Autowired
    Balances balances;
    @Autowired
    Journal journal;
    @Autowired
    Exposures exposures;
    @Autowired
    LendableMoney money;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    People people;
    @Autowired
    MockMvc mvc;

    Staff staff;
    LocalDate today;

    @BeforeEach
    void bringMoney() {
        staff = new Staff(people);
        today = businessDay.today();
        pay("PROVINCIAL_BUDGET");
        pay("ENTRUSTED");
    }

    @Test
    void contributionLeavesItsCreditAdvice() {
        Contribution paid = pay("OTHER_CHARTER");
        assertThat(vouchers.ofEntry(paid.entryId())).extracting(Voucher::kind).containsExactly(VoucherKind.CREDIT_ADVICE);
    }

    @Test
    void withdrawalLowersCharterCapitalOnceThePaperIsInAndASecondPersonHasChecked() {
        MonetaryAmount charter = capital.charterCapital(today);
        long bank = balances.of("112", today);
        MoneyOrder order = withdraw("PROVINCIAL_BUDGET", 400_000_000);
        assertThatThrownBy(() -> check(order)).isInstanceOf(Refusal.class).hasMessageContaining("paper-missing");
        attach(order);
        assertThat(capital.charterCapital(today)).isEqualTo(charter);
        MoneyOrder done = check(order);
        assertThat(capital.charterCapital(today)).isEqualTo(charter.subtract(Dong.of(400_000_000)));
        assertThat(balances.of("112", today)).isEqualTo(bank - 400_000_000);
        assertThat(vouchers.ofEntry(done.entryId())).extracting(Voucher::kind).containsExactly(VoucherKind.PAYMENT_ORDER);
    }

    @Test
    void entrustedMoneyGoesBackWithoutTouchingCharterCapital() {
        MonetaryAmount charter = capital.charterCapital(today);
        long entrusted = balances.of("341", today);
        MoneyOrder order = withdraw("ENTRUSTED", 300_000_000);
        attach(order);
        check(order);
        assertThat(balances.of("341", today)).isEqualTo(entrusted - 300_000_000);
        assertThat(capital.charterCapital(today)).isEqualTo(charter);
    }

    @Test
    void refusesMoreThanTheSourceHasOrThanIsFree() {
        long standing = capital.bySource(today).values().stream().mapToLong(Long::longValue).sum();
        assertThatThrownBy(() -> withdraw("ENTRUSTED", standing)).isInstanceOf(Refusal.class).hasMessageContaining("amount:");
        exposures.reserve(9_000_001, 9_000_001, money.freeToLend().subtract(Dong.of(1_000)));
        assertThatThrownBy(() -> withdraw("ENTRUSTED", 2_000)).isInstanceOf(Refusal.class)
                .hasMessageContaining("amount:vouchers.refused.promised");
    }

    @Test
    void accumulationCountsAfterTheDecisionAndMovesNoMoney() {
        journal.post(NewEntry.of("test:" + UUID.randomUUID(), today, "ledger.entry.reversal", "1", "x", "y")
                .debit("112", 60_000_000).credit("4211", 60_000_000));
        pay("OWN_ACCUMULATION");
        MonetaryAmount charter = capital.charterCapital(today);
        MonetaryAmount actual = capital.actualCharterCapital(today);
        long bank = balances.of("112", today);
        MoneyOrder fromResult = capitalise("4211", 60_000_000);
        attach(fromResult);
        MoneyOrder done = check(fromResult);
        assertThat(capital.charterCapital(today)).isEqualTo(charter.add(Dong.of(60_000_000)));
        assertThat(capital.actualCharterCapital(today)).isEqualTo(actual);
        MoneyOrder fromSource = capitalise("OWN_ACCUMULATION", 100_000_000);
        attach(fromSource);
        check(fromSource);
        assertThat(capital.charterCapital(today)).isEqualTo(charter.add(Dong.of(160_000_000)));
        assertThat(balances.of("112", today)).isEqualTo(bank);
        assertThat(vouchers.ofEntry(done.entryId())).isEmpty();
        assertThatThrownBy(() -> capitalise("418", balances.of("418", today) + 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void anotherProvincesPortfolioIsNoCharterCapitalOfOurs() {
        MonetaryAmount charter = capital.charterCapital(today);
        pay("BAC_NINH_CHARTER");
        pay("DONATION");
        assertThat(capital.charterCapital(today)).isEqualTo(charter);
    }

    @Test
    void sourceOpensAndEndsByASecondPerson() {
        OpenCapitalSource.Wish wish = new OpenCapitalSource.Wish("CENTRAL_LOAN", "Vay Quỹ trung ương", "Central fund loan", "341",
                false, true, today, DECISION);
        MoneyOrder order = staff.as(Role.ACCOUNTANT, () -> openCapitalSource.order(wish));
        assertThatThrownBy(() -> pay("CENTRAL_LOAN")).isInstanceOf(Refusal.class);
        check(order);
        assertThat(pay("CENTRAL_LOAN").state()).isEqualTo(Contribution.State.CONFIRMED);
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> openCapitalSource.order(wish))).isInstanceOf(Refusal.class)
                .hasMessageContaining("code:");
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> openCapitalSource.order(new OpenCapitalSource.Wish("x", "", "",
                "341", true, true, null, "")))).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                .extracting(Refusal.Reason::field).containsExactly("code", "nameVi", "nameEn", "charter", "from", "decision"));
    }

    @Test
    void endedSourceTakesNoMore() {
        MoneyOrder end = staff.as(Role.ACCOUNTANT, () -> endCapitalSource.order(
                new EndCapitalSource.Wish("DONATION", today.minusDays(1), DECISION)));
        pay("DONATION");
        check(end);
        assertThatThrownBy(() -> pay("DONATION")).isInstanceOf(Refusal.class);
    }

    @Test
    void pathEndsAtTheCharterCapitalOfToday() {
        Term term = terms.named("2026-2030");
        List<CapitalPath.Month> months = path.of(term);
        CapitalPath.Month last = months.get(months.size() - 1);
        assertThat(last.on()).isEqualTo(today);
        assertThat(Dong.of(last.charter())).isEqualTo(capital.charterCapital(today));
        assertThat(last.bySource()).isEqualTo(capital.bySource(today));
        pay("PROVINCIAL_BUDGET");
        assertThat(path.of(term).get(months.size() - 1).charter()).isEqualTo(last.charter() + 1_000_000_000);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNTANT")
    void othersDoNotOrder(Role role) throws Exception {
        for (String call : List.of("withdrawals", "capitalisations")) {
            mvc.perform(post("/api/v1/funding/" + call).contentType(MediaType.APPLICATION_JSON).content("{")
                    .with(staff.signedIn(role))).andExpect(status().isForbidden());
        }
    }

    @Test
    void callsTakeAKey() throws Exception {
        String body = """
                {"source": "ENTRUSTED", "amount": 1000000, "valueDate": "%s", "party": "NHCSXH", "decision": "QĐ 1"}""".formatted(today);
        mvc.perform(post("/api/v1/funding/withdrawals").contentType(MediaType.APPLICATION_JSON).content(body)
                .with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isBadRequest());
        mvc.perform(post("/api/v1/funding/withdrawals").contentType(MediaType.APPLICATION_JSON).content(body)
                .header("Idempotency-Key", UUID.randomUUID()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isAccepted()).andExpect(jsonPath("$.state").value("PENDING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/funding/withdrawals/new", "/funding/capitalisations/new", "/funding/sources/new", "/funding/sources/ending"})
    void formsAreTheAccountants(String page) throws Exception {
        mvc.perform(get(page).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(get(page).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/funding/withdrawals", "/funding/capitalisations", "/funding/sources", "/funding/sources/ending"})
    void emptyFormsComeBackWithTheirReasons(String page) throws Exception {
        mvc.perform(post(page).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Lỗi:")));
    }

    @Test
    void pagesShowTheWayAndTakeThePaper() throws Exception {
        String order = mvc.perform(post("/funding/withdrawals").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                .param("source", "ENTRUSTED").param("amount", "2.000.000").param("party", "NHCSXH tỉnh").param("account", "123, Agribank")
                .param("valueDate", today.toString()).param("decision", DECISION)).andExpect(status().is3xxRedirection())
                .andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(order).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(content().string(containsString("341 – Vay")))
                .andExpect(content().string(containsString("Phải tải quyết định")));
        mvc.perform(post(order + "/check").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Chưa có văn bản làm căn cứ")));
        mvc.perform(get("/funding/path?term=2026-2030").with(staff.signedIn(Role.COUNCIL_CHAIR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Còn thiếu")));
        mvc.perform(get("/funding/path.csv?term=2026-2030").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Ngân sách tỉnh cấp vốn điều lệ")));
        mvc.perform(get("/funding/path").with(staff.signedIn(Role.CASHIER))).andExpect(status().isForbidden());
        String file = "/funding/contributions/" + pay("DONATION").id();
        mvc.perform(multipart(file + "/papers").file(new MockMultipartFile("file", "qd.pdf", null, Files.pdf()))
                .with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().is3xxRedirection());
        mvc.perform(get(file).with(staff.signedIn(Role.CONTROLLER))).andExpect(content().string(containsString("qd.pdf")))
                .andExpect(content().string(containsString("/BC")));
    }

    private Contribution pay(String source) {
        Contribution proposed = staff.as(Role.ACCOUNTANT,
                () -> proposeContribution.propose(new NewContribution(source, BILLION, today, DECISION)));
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmContribution.confirm(proposed.id()));
    }

    private MoneyOrder withdraw(String source, long amount) {
        return staff.as(Role.ACCOUNTANT, () -> withdrawCapital.order(
                new WithdrawCapital.Wish(source, Dong.of(amount), today, "UBND tỉnh", "123, KBNN", DECISION)));
    }

    private MoneyOrder capitalise(String from, long amount) {
        return staff.as(Role.ACCOUNTANT, () -> capitaliseAccumulation.order(
                new CapitaliseAccumulation.Wish(from, "OTHER_CHARTER", Dong.of(amount), today, DECISION)));
    }

    private void attach(MoneyOrder order) {
        staff.as(Role.ACCOUNTANT, () -> attachOrderPaper.attach(Subject.order(order.id()), "qd.pdf",
                new java.io.ByteArrayInputStream(Files.pdf())));
    }

    private MoneyOrder check(MoneyOrder order) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(order.id()));
    }
}
