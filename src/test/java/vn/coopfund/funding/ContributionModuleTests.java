package vn.coopfund.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Refusal;

class ContributionModuleTests extends ModuleTest {

    private static final MonetaryAmount BILLION = Dong.of(1_000_000_000);

    @Autowired
    ProposeContribution proposeContribution;
    @Autowired
    ConfirmContribution confirmContribution;
    @Autowired
    DeclineContribution declineContribution;
    @Autowired
    Capital capital;
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

    @Autowired
    Contributions contributions;
    @Autowired
    ReverseContribution reverseContribution;
    @Autowired
    CheckOrder checkOrder;
    @Autowired
    Vouchers vouchers;

    Staff staff;
    LocalDate today;

    @BeforeEach
    void readDay() {
        staff = new Staff(people);
        today = businessDay.today();
    }

    @Test
    void proposalPostsNothing() {
        long bank = balances.of("112", today);
        Contribution proposed = propose("PROVINCIAL_BUDGET");
        assertThat(proposed.state()).isEqualTo(Contribution.State.PENDING);
        assertThat(balances.of("112", today)).isEqualTo(bank);
    }

    @Test
    void confirmationPostsToTheSource() {
        long bank = balances.of("112", today);
        long budget = balances.of("4111", today);
        Contribution confirmed = confirm(propose("PROVINCIAL_BUDGET"));
        assertThat(confirmed.state()).isEqualTo(Contribution.State.CONFIRMED);
        assertThat(balances.of("112", today)).isEqualTo(bank + 1_000_000_000);
        assertThat(balances.of("4111", today)).isEqualTo(budget + 1_000_000_000);
        assertThat(capital.bySource(today)).containsKey(confirmed.source().id());
    }

    @Test
    void entryNamesMakerAndChecker() {
        Contribution confirmed = confirm(propose("PROVINCIAL_BUDGET"));
        record Persons(long madeBy, long checkedBy) {
        }
        assertThat(jdbc.sql("select made_by, checked_by from ledger.entry where id = ?").param(confirmed.entryId())
                .query(Persons.class).single())
                .isEqualTo(new Persons(staff.with(Role.ACCOUNTANT).id(), staff.with(Role.CHIEF_ACCOUNTANT).id()));
    }

    @Test
    void confirmedCapitalIsTakenBackByTwoAndLeavesTheProgress() {
        long bank = balances.of("112", today);
        MonetaryAmount charter = capital.charterCapital(today);
        Contribution confirmed = confirm(propose("PROVINCIAL_BUDGET"));
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> reverseContribution.order(confirmed.id(), today, " ")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> staff.as(Role.CHIEF_ACCOUNTANT, () -> reverseContribution.order(confirmed.id(), today, "Nhầm")))
                .isInstanceOf(NotAllowed.class);
        MoneyOrder asked = staff.as(Role.ACCOUNTANT, () -> reverseContribution.order(confirmed.id(), today, "Ghi nhầm nguồn"));
        assertThat(contributions.get(confirmed.id()).state()).isEqualTo(Contribution.State.CONFIRMED);
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> reverseContribution.order(confirmed.id(), today, "Nhầm")))
                .isInstanceOf(Refusal.class).hasMessageContaining("reversal-waits");
        MoneyOrder back = staff.as(Role.CHIEF_ACCOUNTANT, () -> checkOrder.check(asked.id()));
        assertThat(contributions.get(confirmed.id()).state()).isEqualTo(Contribution.State.REVERSED);
        assertThat(balances.of("112", today)).isEqualTo(bank);
        assertThat(capital.charterCapital(today)).isEqualTo(charter);
        assertThat(vouchers.ofEntry(back.entryId())).singleElement().satisfies(counter ->
                assertThat(vouchers.takenBackBy(counter)).isEqualTo(vouchers.ofEntry(confirmed.entryId())));
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> reverseContribution.order(confirmed.id(), today, "Nhầm")))
                .isInstanceOf(Refusal.class).hasMessageContaining("nothing-to-reverse");
    }

    @Test
    void refusesTheSamePersonOnBothSides() {
        Actor both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        Contribution proposed = Actors.as(both, () -> proposeContribution.propose(paid("PROVINCIAL_BUDGET")));
        assertThatThrownBy(() -> Actors.as(both, () -> confirmContribution.confirm(proposed.id())))
                .isInstanceOf(DutyConflict.class);
    }

    @Test
    void databaseRefusesTheSamePersonOnBothSides() {
        Contribution proposed = propose("PROVINCIAL_BUDGET");
        assertThatThrownBy(() -> jdbc.sql("""
                update funding.contribution set state = 'DECLINED', settled_by = proposed_by, settled_at = now(),
                       decline_reason = 'x' where id = ?""").param(proposed.id()).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("contribution_second_person");
    }

    @Test
    void databaseKeepsWhatWasProposedAndWhatIsSettled() {
        Contribution proposed = propose("PROVINCIAL_BUDGET");
        kept("update funding.contribution set amount = amount + 1 where id = ?", proposed);
        kept("delete from funding.contribution where id = ?", proposed);
        staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmContribution.confirm(proposed.id()));
        kept("update funding.contribution set state = 'PENDING', settled_by = null, settled_at = null, entry_id = null where id = ?",
                proposed);
    }

    private void kept(String sql, Contribution contribution) {
        assertThatThrownBy(() -> jdbc.sql(sql).param(contribution.id()).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("stays");
    }

    @Test
    void accountantDoesNotConfirm() {
        Contribution proposed = propose("PROVINCIAL_BUDGET");
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> confirmContribution.confirm(proposed.id())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void settlesOnce() {
        Contribution confirmed = confirm(propose("PROVINCIAL_BUDGET"));
        assertThatThrownBy(() -> confirm(confirmed)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> staff.as(Role.CHIEF_ACCOUNTANT, () -> declineContribution.decline(confirmed.id(), "sai")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void declinedContributionIsNeverPosted() {
        long bank = balances.of("112", today);
        Contribution proposed = propose("PROVINCIAL_BUDGET");
        Contribution declined = staff.as(Role.CHIEF_ACCOUNTANT, () -> declineContribution.decline(proposed.id(), "sai số tiền"));
        assertThat(declined.declineReason()).isEqualTo("sai số tiền");
        assertThat(balances.of("112", today)).isEqualTo(bank);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> proposeContribution.propose(
                new NewContribution("NOBODY", Dong.of(0), today.plusDays(1), " "))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::field).containsExactly("amount", "valueDate", "decision", "source"));
    }

    @Test
    void ownSourcesCountAsCharterCapitalAndEntrustedMoneyDoesNot() {
        MonetaryAmount before = capital.charterCapital(today);
        confirm(propose("PROVINCIAL_BUDGET"));
        confirm(propose("OTHER_CHARTER"));
        confirm(propose("OWN_ACCUMULATION"));
        confirm(propose("ENTRUSTED"));
        assertThat(capital.charterCapital(today)).isEqualTo(before.add(BILLION).add(BILLION));
    }

    @Test
    void actualCharterCapitalAddsTheRunningResultAndClosingTheYearDoesNotMoveIt() {
        MonetaryAmount charter = capital.charterCapital(today);
        MonetaryAmount actual = capital.actualCharterCapital(today);
        post(entry().debit("112", 70_000_000).credit("515", 70_000_000));
        post(entry().debit("6421", 20_000_000).credit("112", 20_000_000));
        MonetaryAmount grown = actual.add(Dong.of(50_000_000));
        assertThat(capital.actualCharterCapital(today)).isEqualTo(grown);

        post(entry().debit("515", 70_000_000).credit("911", 70_000_000));
        post(entry().debit("911", 20_000_000).credit("6421", 20_000_000));
        post(entry().debit("911", 50_000_000).credit("4212", 50_000_000));
        assertThat(capital.actualCharterCapital(today)).isEqualTo(grown);
        assertThat(capital.charterCapital(today)).isEqualTo(charter);
    }

    private NewEntry entry() {
        return NewEntry.of("test:" + java.util.UUID.randomUUID(), today, "ledger.entry.reversal");
    }

    private void post(NewEntry entry) {
        transaction.executeWithoutResult(status -> journal.post(entry));
    }

    private Contribution propose(String source) {
        return staff.as(Role.ACCOUNTANT, () -> proposeContribution.propose(paid(source)));
    }

    private Contribution confirm(Contribution proposed) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmContribution.confirm(proposed.id()));
    }

    private NewContribution paid(String source) {
        return new NewContribution(source, BILLION, today, "QĐ 12/QĐ-UBND ngày 05/01/2026");
    }
}
