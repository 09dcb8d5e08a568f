package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.calendar.BusinessDay;

/** Many entries posted at once are the same entries. */
class JournalBatchModuleTests extends ModuleTest {

    @Autowired
    Journal journal;
    @Autowired
    Balances balances;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    long before;

    @BeforeEach
    void readTheBalance() {
        before = balance();
    }

    @Test
    void postsEveryEntryWithItsLinesInOrder() {
        List<NewEntry> entries = IntStream.rangeClosed(1, 30).mapToObj(i -> entry(i)).toList();
        List<Posted> posted = post(entries);
        assertThat(posted).hasSize(30).extracting(Posted::bookedOn).containsOnly(businessDay.today());
        IntStream.range(0, 30).forEach(i -> assertThat(journal.linesOf(posted.get(i).entryId()))
                .isEqualTo(entries.get(i).lines()));
        assertThat(balance() - before).isEqualTo(30 * 31 / 2);
    }

    @Test
    void factThatIsPostedAlreadyAnswersItsEntry() {
        NewEntry known = entry(7);
        Posted first = transaction.execute(status -> journal.post(known));
        NewEntry fresh = entry(8);
        List<Posted> posted = post(List.of(known, fresh));
        assertThat(posted.get(0)).isEqualTo(first);
        assertThat(journal.linesOf(posted.get(1).entryId())).isEqualTo(fresh.lines());
        assertThat(balance() - before).isEqualTo(7 + 8);
    }

    @Test
    void refusesWhatDoesNotBalanceOrStandsTwice() {
        NewEntry lopsided = NewEntry.of(Entries.fact(), businessDay.today(), "ledger.entry.reversal")
                .debit("112", 5).credit("515", 4);
        assertThatThrownBy(() -> post(List.of(entry(1), lopsided))).isInstanceOf(IllegalArgumentException.class);
        NewEntry one = entry(1);
        assertThatThrownBy(() -> post(List.of(one, one))).isInstanceOf(IllegalArgumentException.class);
        assertThat(balance()).isEqualTo(before);
    }

    @Test
    void nothingPostsNothing() {
        assertThat(post(List.of())).isEmpty();
    }

    private List<Posted> post(List<NewEntry> entries) {
        return transaction.execute(status -> journal.postAll(entries));
    }

    private NewEntry entry(long amount) {
        return NewEntry.of(Entries.fact(), businessDay.today(), "ledger.entry.reversal")
                .debit("112", amount).credit("515", amount);
    }

    private long balance() {
        return balances.of("112", businessDay.today());
    }
}
