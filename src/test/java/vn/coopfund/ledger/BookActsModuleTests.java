package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
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

/** Acts on the books by two people: manual entries, months, the end of a year, opening balances, templates. */
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
    SoftClosePeriod softClose;
    @Autowired
    ClosePeriod close;
    @Autowired
    ClosePeriodsThrough closeThrough;
    @Autowired
    PeriodChecks checks;
    @Autowired
    ReopenPeriod reopen;
    @Autowired
    EndYear endYear;
    @Autowired
    CarryYear carryYear;
    @Autowired
    ChangeTemplate changeTemplate;
    @Autowired
    PostingTemplates templates;
    @Autowired
    BookProposals proposals;
    @Autowired
    Periods periods;
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
    void earlierMonthThatIsOpenIsShownBeforeTheClose() {
        YearMonth month = YearMonth.of(2007, 5);
        takenBack(() -> {
            journal.post(Entries.transfer(LocalDate.of(2007, 4, 2), 21));
            journal.post(Entries.transfer(LocalDate.of(2007, 5, 2), 22));
            assertThat(as(Role.CHIEF_ACCOUNTANT, () -> checks.of(month))).filteredOn(check -> check.key()
                    .equals("ledger.check.earlier-closed")).singleElement().satisfies(check -> {
                        assertThat(check.finding().figure()).isPositive();
                        assertThat(check.binds()).isFalse();
                    });
            closed(month);
            assertThat(periods.state(month)).isEqualTo(Periods.State.CLOSED);
        });
    }

    @Test
    void monthsAreClosedThroughOneTheOldestFirst() {
        YearMonth first = YearMonth.of(2000, 2);
        YearMonth last = YearMonth.of(2000, 4);
        takenBack(() -> {
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                journal.post(Entries.transfer(month.atDay(3), 31));
            }
            closed(YearMonth.of(2000, 3));
            assertThat(as(Role.CHIEF_ACCOUNTANT, () -> closeThrough.close(last))).isGreaterThanOrEqualTo(2);
            assertThat(periods.state(first)).isEqualTo(Periods.State.CLOSED);
            assertThat(periods.state(last)).isEqualTo(Periods.State.CLOSED);
            assertThat(as(Role.CHIEF_ACCOUNTANT, () -> closeThrough.close(last))).as("nothing is left").isZero();
        });
        assertThatThrownBy(() -> as(Role.CHIEF_ACCOUNTANT, () -> closeThrough.close(YearMonth.from(today))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Role.CHIEF_ACCOUNTANT, () -> closeThrough.close(null))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Role.ACCOUNTANT, () -> closeThrough.close(last))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void oneMonthThatDiffersKeepsAllOfThemOpen() {
        YearMonth first = YearMonth.of(2000, 6);
        YearMonth last = YearMonth.of(2000, 7);
        transaction.executeWithoutResult(status -> journal.post(Entries.transfer(first.atDay(3), 31)));
        transaction.executeWithoutResult(status -> journal.post(Entries.transfer(last.atDay(3), 31)));
        BookProposal waits = propose(entry(last.atDay(9), "6427", "112", 33));
        assertThatThrownBy(() -> as(Role.CHIEF_ACCOUNTANT, () -> closeThrough.close(last)))
                .hasMessageContaining("ledger.check-disagrees");
        assertThat(periods.state(first)).isEqualTo(Periods.State.OPEN);
        confirm(Role.CHIEF_ACCOUNTANT, waits);
    }

    /** Rolled back, so that other tests find the months as they were. */
    private void takenBack(Runnable story) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            story.run();
        });
    }

    private void closed(YearMonth month) {
        as(Role.CHIEF_ACCOUNTANT, () -> {
            close.close(month);
            return null;
        });
    }

    @Test
    void softlyClosedMonthTakesAdjustmentsOnly() {
        YearMonth month = YearMonth.of(2004, 3);
        LocalDate day = month.atDay(15);
        as(Role.CHIEF_ACCOUNTANT, () -> {
            softClose.close(month);
            return null;
        });
        assertThat(periods.bookingDay(day)).isEqualTo(LocalDate.of(2004, 4, 1));
        BookProposal adjusting = propose(entry(day, "6427", "112", 12));
        confirm(Role.CHIEF_ACCOUNTANT, adjusting);
        assertThat(bookedOn("manual:" + adjusting.id())).isEqualTo(day);
        NewEntry other = Entries.transfer(day, 13);
        transaction.executeWithoutResult(status -> journal.post(other));
        assertThat(bookedOn(other.sourceFact())).isEqualTo(LocalDate.of(2004, 4, 1));
        // the database itself, whatever the program says
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                journal.post(Entries.transfer(day, 14).adjusting()))).hasStackTraceContaining("the month of 2004-03-15 is closed");
    }

    @Test
    void monthIsReopenedByTwoWithAReason() {
        YearMonth month = YearMonth.of(2004, 7);
        close(month);
        assertThatThrownBy(() -> as(Role.CHIEF_ACCOUNTANT, () -> reopen.propose(month, " "))).isInstanceOf(Refusal.class);
        BookProposal proposal = as(Role.CHIEF_ACCOUNTANT, () -> reopen.propose(month, "Bỏ sót chứng từ"));
        assertThat(periods.state(month)).isEqualTo(Periods.State.CLOSED);
        assertThatThrownBy(() -> confirm(Role.CHIEF_ACCOUNTANT, proposal)).hasMessageContaining("own-proposal");
        confirm(Role.DIRECTOR, proposal);
        assertThat(periods.state(month)).isEqualTo(Periods.State.OPEN);
        Periods.Month shown = periods.months(2004).stream().filter(one -> one.month().equals(month)).findFirst().orElseThrow();
        assertThat(shown.why()).isEqualTo("Bỏ sót chứng từ");
        assertThat(shown.checker()).isEqualTo(staff.with(Role.DIRECTOR).displayName());
    }

    @Test
    void yearEndsThrough911AndIsCarried() {
        LocalDate last = LocalDate.of(2005, 12, 31);
        long before = balances.creditOfKinds(last, Account.Kind.INCOME, Account.Kind.EXPENSE);
        transaction.executeWithoutResult(status -> {
            journal.post(NewEntry.of(Entries.fact(), LocalDate.of(2005, 5, 9), "ledger.entry.manual", "Lãi").debit("112", 900)
                    .credit("515", 900));
            journal.post(NewEntry.of(Entries.fact(), LocalDate.of(2005, 12, 9), "ledger.entry.manual", "Phí")
                    .debit("6427", 250).credit("112", 250));
        });
        assertThatThrownBy(() -> endYear(2005)).hasMessageContaining("year-open-month");
        close(YearMonth.of(2005, 5));
        as(Role.CHIEF_ACCOUNTANT, () -> {
            softClose.close(YearMonth.of(2005, 12));
            return null;
        });
        assertThatThrownBy(() -> as(Role.ACCOUNTANT, () -> carryYear.propose(2005, "Sớm"))).hasMessageContaining("year-not-ended");
        long undistributed = balances.of("4212", last);
        long result = balances.creditOfKinds(last, Account.Kind.INCOME, Account.Kind.EXPENSE);
        assertThat(result).isEqualTo(before + 650);
        confirm(Role.CHIEF_ACCOUNTANT, endYear(2005));
        assertThat(balances.of("515", last)).isZero();
        assertThat(balances.of("6427", last)).isZero();
        assertThat(balances.of("911", last)).isZero();
        assertThat(balances.of("4212", last)).isEqualTo(undistributed + result);
        assertThatThrownBy(() -> endYear(2005)).hasMessageContaining("year-ended");
        BookProposal carried = as(Role.ACCOUNTANT, () -> carryYear.propose(2005, "Đầu năm"));
        confirm(Role.CHIEF_ACCOUNTANT, carried);
        LocalDate first = LocalDate.of(2006, 1, 1);
        assertThat(balances.of("4212", first)).isZero();
        assertThat(balances.of("4211", first)).isEqualTo(undistributed + result);
        assertThatThrownBy(() -> as(Role.ACCOUNTANT, () -> carryYear.propose(2005, "Nữa"))).hasMessageContaining("year-carried");
        assertThatThrownBy(() -> as(Role.CHIEF_ACCOUNTANT, () -> reopen.propose(YearMonth.of(2005, 5), "Sửa")))
                .hasMessageContaining("year-ended");
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

    private void close(YearMonth month) {
        as(Role.CHIEF_ACCOUNTANT, () -> {
            close.close(month);
            return null;
        });
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

    private LocalDate bookedOn(String fact) {
        return jdbc.sql("select booked_on from ledger.entry where source_fact = ?").param(fact).query(LocalDate.class).single();
    }

    private <T> T as(Role role, Supplier<T> work) {
        return staff.as(role, work);
    }
}
