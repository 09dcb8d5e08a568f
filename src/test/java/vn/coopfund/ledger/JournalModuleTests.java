package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

class JournalModuleTests extends ModuleTest {

    @Autowired
    Journal journal;
    @Autowired
    Balances balances;
    @Autowired
    ClosePeriod closePeriod;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    People people;

    LocalDate today;

    @BeforeEach
    void readDay() {
        today = businessDay.today();
    }

    @Test
    void postsOnTheValueDate() {
        long before = balances.of("111", today);
        Posted posted = inTransaction(() -> journal.post(Entries.transfer(today, 1_000)));
        assertThat(posted.bookedOn()).isEqualTo(today);
        assertThat(balances.of("111", today)).isEqualTo(before + 1_000);
    }

    @Test
    void postsAFactOnce() {
        NewEntry entry = Entries.transfer(today, 1_000);
        Posted first = inTransaction(() -> journal.post(entry));
        assertThat(inTransaction(() -> journal.post(entry))).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from ledger.entry where source_fact = ?").param(entry.sourceFact())
                .query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void refusesAPostedFactWithOtherLines() {
        NewEntry entry = Entries.transfer(today, 1_000);
        inTransaction(() -> journal.post(entry));
        NewEntry other = NewEntry.of(entry.sourceFact(), today, "ledger.entry.reversal").debit("111", 5).credit("112", 5);
        assertThatIllegalStateException().isThrownBy(() -> inTransaction(() -> journal.post(other)));
    }

    @Test
    void refusesAnUnbalancedEntry() {
        NewEntry entry = NewEntry.of(Entries.fact(), today, "ledger.entry.reversal").debit("111", 5).credit("112", 4);
        assertThatIllegalArgumentException().isThrownBy(() -> inTransaction(() -> journal.post(entry)));
    }

    @Test
    void leavesOutALineOfNothing() {
        NewEntry entry = Entries.transfer(today, 1_000).credit("515", 0);
        assertThat(entry.lines()).hasSize(2);
    }

    @Test
    void refusesAValueDateInTheFuture() {
        assertThatThrownBy(() -> inTransaction(() -> journal.post(Entries.transfer(today.plusDays(1), 1_000))))
                .isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.reasons().get(0).code()).isEqualTo("ledger.value-date-in-future"));
    }

    @Test
    void reversalTurnsEveryLine() {
        long before = balances.of("112", today);
        Posted posted = inTransaction(() -> journal.post(Entries.transfer(today, 1_000)));
        inTransaction(() -> journal.reverse(posted.entryId(), Entries.fact(), "nhập nhầm"));
        assertThat(balances.of("112", today)).isEqualTo(before);
    }

    @Test
    void reversesOnce() {
        Posted posted = inTransaction(() -> journal.post(Entries.transfer(today, 1_000)));
        String fact = Entries.fact();
        Posted reversal = inTransaction(() -> journal.reverse(posted.entryId(), fact, "nhập nhầm"));
        assertThat(inTransaction(() -> journal.reverse(posted.entryId(), fact, "nhập nhầm"))).isEqualTo(reversal);
        assertThatThrownBy(() -> inTransaction(() -> journal.reverse(posted.entryId(), Entries.fact(), "lần nữa")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void reversalStands() {
        Posted posted = inTransaction(() -> journal.post(Entries.transfer(today, 1_000)));
        Posted reversal = inTransaction(() -> journal.reverse(posted.entryId(), Entries.fact(), "nhập nhầm"));
        assertThatThrownBy(() -> inTransaction(() -> journal.reverse(reversal.entryId(), Entries.fact(), "thôi")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesToCloseAMonthThatIsNotOver() {
        assertThatThrownBy(() -> closePeriod.close(YearMonth.from(today))).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheChiefAccountantClosesAMonth() {
        assertThatThrownBy(() -> new Staff(people).as(Role.ACCOUNTANT, () -> {
            closePeriod.close(YearMonth.of(2001, 1));
            return null;
        })).isInstanceOf(NotAllowed.class);
    }

    @Test
    void makerIsTheActor() {
        long accountant = new Staff(people).with(Role.ACCOUNTANT).id();
        Posted posted = Actors.as(new Staff(people).with(Role.ACCOUNTANT),
                () -> inTransaction(() -> journal.post(Entries.transfer(today, 1_000))));
        assertThat(jdbc.sql("select made_by from ledger.entry where id = ?").param(posted.entryId()).query(Long.class).single())
                .isEqualTo(accountant);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
