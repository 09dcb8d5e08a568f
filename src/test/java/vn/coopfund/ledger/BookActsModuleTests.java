package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Acts on the books by two people: manual entries, opening balances, templates. */
class BookActsModuleTests extends ModuleTest {

    @Autowired
    ProposeManualEntry proposeManualEntry;
    @Autowired
    ProposeOpeningBalances proposeOpeningBalances;
    @Autowired
    ConfirmBookProposal confirm;
    @Autowired
    DeclineBookProposal decline;
    @Autowired
    EndYear endYear;
    @Autowired
    ChangeTemplate changeTemplate;
    @Autowired
    PostingTemplates templates;
    @Autowired
    BookProposals proposals;
    @Autowired
    Accounts accounts;
    @Autowired
    Balances balances;
    @Autowired
    Journal journal;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    People people;

    Staff staff;
    LocalDate today;

    @BeforeEach
    void meetPeople() {
        staff = new Staff(people);
        today = businessDay.today();
    }

    @Test
    void manualEntryWaitsForTheChiefAccountant() {
        long before = balances.of("6427", today);
        BookProposal proposal = propose(entry(today, "6427", "112", 70_000));
        assertThat(balances.of("6427", today)).isEqualTo(before);
        assertThat(as(Role.CHIEF_ACCOUNTANT, () -> proposals.shown(proposal))).singleElement()
                .satisfies(lines -> assertThat(lines).extracting(Line::account).containsExactly("6427", "112"));
        confirm(Role.CHIEF_ACCOUNTANT, proposal);
        assertThat(balances.of("6427", today)).isEqualTo(before + 70_000);
        assertThat(jdbc.sql("select made_by, checked_by from ledger.entry where source_fact = ?")
                .param("manual:" + proposal.id()).query().singleRow()).isEqualTo(Map.of(
                "made_by", staff.with(Role.ACCOUNTANT).id(), "checked_by", staff.with(Role.CHIEF_ACCOUNTANT).id()));
        assertThatThrownBy(() -> confirm(Role.CHIEF_ACCOUNTANT, proposal)).hasMessageContaining("proposal-decided");
    }

    @Test
    void nobodyConfirmsTheirOwn() {
        Actor both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        BookProposal proposal = Actors.as(both, () -> proposeManualEntry.propose(entry(today, "6427", "112", 5), "Phí"));
        assertThatThrownBy(() -> Actors.as(both, () -> confirmed(proposal))).hasMessageContaining("own-proposal");
    }

    @Test
    void othersNeitherProposeNorConfirm() {
        BookProposal proposal = propose(entry(today, "6427", "112", 5));
        assertThatThrownBy(() -> as(Role.CASHIER, () -> proposeManualEntry.propose(entry(today, "6427", "112", 5), "x")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> confirm(Role.DIRECTOR, proposal)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> confirmed(proposal))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(Role.CASHIER, () -> proposals.byId(proposal.id()))).isInstanceOf(Refusal.class);
    }

    @Test
    void saysAllThatIsWrongWithAnEntry() {
        ManualEntry wrong = new ManualEntry(today, " ", List.of(new ManualEntry.Row("1283", 5, 0, null, null),
                new ManualEntry.Row("338", 0, 4, null, null), new ManualEntry.Row("4111", 0, 0, null, null)));
        assertThatThrownBy(() -> propose(wrong)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.reasons()).extracting(Refusal.Reason::code).contains("ledger.text-needed",
                        "ledger.loan-needed", "ledger.account-takes-none", "ledger.one-side", "ledger.source-needed",
                        "ledger.not-balanced"));
    }

    @Test
    void capitalStandsOnTheAccountOfItsSource() {
        long charter = jdbc.sql("select id from funding.capital_source where fund_id = 1 and code = 'PROVINCIAL_BUDGET'")
                .query(Long.class).single();
        for (Long source : new Long[] {charter, 987_654L}) {
            assertThatThrownBy(() -> propose(new ManualEntry(today, "Vốn", List.of(new ManualEntry.Row("112", 5, 0, null, null),
                    new ManualEntry.Row("4118", 0, 5, null, source))))).hasMessageContaining("ledger.source-elsewhere");
        }
        propose(new ManualEntry(today, "Vốn", List.of(new ManualEntry.Row("112", 5, 0, null, null),
                new ManualEntry.Row("4111", 0, 5, null, charter))));
    }

    @Test
    void declinedEntryChangesNothing() {
        BookProposal proposal = propose(entry(today, "6427", "112", 11));
        as(Role.CHIEF_ACCOUNTANT, () -> {
            decline.decline(proposal.id(), "Sai tài khoản");
            return null;
        });
        assertThat(posted("manual:" + proposal.id())).isFalse();
        assertThatThrownBy(() -> confirm(Role.CHIEF_ACCOUNTANT, proposal)).hasMessageContaining("proposal-decided");
    }

    @Test
    void yearThatIsNotOverDoesNotEnd() {
        assertThatThrownBy(() -> endYear(today.getYear())).hasMessageContaining("year-not-over");
    }

    @Test
    void openingBalancesComeBeforeAllEntries() {
        transaction.executeWithoutResult(status -> journal.post(Entries.transfer(today.minusDays(3), 5)));
        assertThatThrownBy(() -> opening(today, "112", "414")).hasMessageContaining("opening-after-entries");
        BookProposal proposal = opening(LocalDate.of(2000, 1, 1), "112", "414");
        confirm(Role.CHIEF_ACCOUNTANT, proposal);
        assertThat(balances.of("414", LocalDate.of(2000, 1, 1))).isEqualTo(1_000);
        assertThatThrownBy(() -> opening(LocalDate.of(2000, 1, 1), "112", "515")).hasMessageContaining("opening-of-the-year");
    }

    @Test
    void templateChangesFromADayOn() {
        LocalDate from = LocalDate.of(2199, 1, 1);
        assertThatThrownBy(() -> change(today, "1388")).hasMessageContaining("from-tomorrow");
        assertThatThrownBy(() -> change(from, "338")).isInstanceOf(Refusal.class).hasMessageContaining("account-takes-none");
        BookProposal proposal = change(from, "131");
        assertThat(templates.on("cash.shortage", from).part("missing").account()).isEqualTo("1381");
        confirm(Role.CHIEF_ACCOUNTANT, proposal);
        assertThat(templates.on("cash.shortage", from).part("missing").account()).isEqualTo("131");
        assertThat(templates.on("cash.shortage", from.minusDays(1)).part("missing").account()).isEqualTo("1381");
        assertThat(templates.on("cash.shortage", today).part("missing").account()).isEqualTo("1381");
    }

    @Test
    void everyTemplateStandsOnLeafAccountsOfBothSides() {
        Map<String, Account> chart = accounts.byCode();
        assertThat(templates.all()).filteredOn(template -> !template.key().startsWith("memorandum.")).isNotEmpty().allSatisfy(template -> {
            assertThat(template.parts()).extracting(PostingTemplate.Part::side)
                    .contains(Account.Side.DEBIT, Account.Side.CREDIT);
            template.parts().forEach(part -> {
                if (part.account() != null) {
                    assertThat(chart.get(part.account()).leaf()).as(template.key() + " " + part).isTrue();
                }
                assertThat(part.choices()).allMatch(choice -> chart.get(choice).leaf());
            });
        });
    }

    @Test
    void partBelowZeroStandsOnTheOtherSide() {
        NewEntry entry = templates.begin("bank.fee", Entries.fact(), today, "ledger.entry.manual", "Hoàn phí")
                .part("expense", -5).part("money", -5);
        assertThat(entry.lines()).extracting(Line::account, Line::debit, Line::credit).containsExactly(
                org.assertj.core.groups.Tuple.tuple("6427", 0L, 5L), org.assertj.core.groups.Tuple.tuple("112", 5L, 0L));
        assertThatThrownBy(() -> templates.begin("capital.in", Entries.fact(), today, "ledger.entry.manual", "x")
                .part("money", "515", 5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The fund's other accounts at banks have accounts of their own in the books, whose codes begin alike. */
    @Test
    void accountStandsForItsSubAccounts() {
        assertThat(templates.begin("bank.fee", Entries.fact(), today, "ledger.entry.manual", "Phí").part("money", "1122", 5)
                .lines()).extracting(Line::account).containsExactly("1122");
        assertThatThrownBy(() -> templates.begin("bank.fee", Entries.fact(), today, "ledger.entry.manual", "Phí")
                .part("money", "111", 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private BookProposal change(LocalDate from, String account) {
        return as(Role.ACCOUNTANT, () -> changeTemplate.propose(new TemplateChange("cash.shortage", from,
                Map.of("missing", account)), "Theo quy chế"));
    }

    private BookProposal opening(LocalDate day, String debit, String credit) {
        return as(Role.ACCOUNTANT, () -> proposeOpeningBalances.propose(entry(day, debit, credit, 1_000), "Chuyển sổ"));
    }

    private BookProposal endYear(int year) {
        return as(Role.ACCOUNTANT, () -> endYear.propose(year, "Cuối năm"));
    }

    private BookProposal propose(ManualEntry entry) {
        return as(Role.ACCOUNTANT, () -> proposeManualEntry.propose(entry, "Chứng từ 15"));
    }

    private static ManualEntry entry(LocalDate day, String debit, String credit, long amount) {
        return new ManualEntry(day, "Bút toán thử", List.of(new ManualEntry.Row(debit, amount, 0, null, null),
                new ManualEntry.Row(credit, 0, amount, null, null)));
    }

    private void confirm(Role role, BookProposal proposal) {
        as(role, () -> confirmed(proposal));
    }

    private BookProposal confirmed(BookProposal proposal) {
        confirm.confirm(proposal.id());
        return proposal;
    }

    private boolean posted(String fact) {
        return jdbc.sql("select exists (select 1 from ledger.entry where source_fact = ?)").param(fact).query(Boolean.class).single();
    }

    private <T> T as(Role role, Supplier<T> work) {
        return staff.as(role, work);
    }
}
