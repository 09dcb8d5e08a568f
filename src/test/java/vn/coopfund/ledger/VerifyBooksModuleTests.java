package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.database.TestDatabase;

/** The walk through the books finds whatever somebody with every right changed behind the program's back. */
class VerifyBooksModuleTests extends ModuleTest {

    @Autowired
    Journal journal;
    @Autowired
    Memorandum memorandum;
    @Autowired
    SealEntries entries;
    @Autowired
    VerifyBooks verifyBooks;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    TestDatabase database;

    LocalDate today;
    Posted posted;

    @BeforeEach
    void postAndSeal() {
        today = businessDay.today();
        posted = transaction.execute(status -> journal.post(Entries.transfer(today, 1_000)));
        sealAll();
    }

    @Test
    void agreesWithWhatWasPosted() {
        Verification found = verifyBooks.verify();
        assertThat(found.disagreement()).isNull();
        assertThat(found.agrees()).isTrue();
        assertThat(found.waiting()).isZero();
        assertThat(found.sealed()).isEqualTo(count("ledger.entry") + count("ledger.memorandum_entry"));
        assertThat(found.head()).hasSize(64);
    }

    @Test
    void agreesWhileEntriesWait() {
        transaction.executeWithoutResult(status -> journal.post(Entries.transfer(today, 2_000)));
        Verification found = verifyBooks.verify();
        assertThat(found.agrees()).isTrue();
        assertThat(found.waiting()).isEqualTo(1);
    }

    @Test
    void closeOfADaySealsAllThatWaitsHoweverMany() {
        List<NewEntry> many = IntStream.rangeClosed(0, 2 * SealEntries.AT_A_TIME)
                .mapToObj(i -> Entries.transfer(today, 1_000)).toList();
        transaction.executeWithoutResult(status -> {
            journal.postAll(many);
            memorandum.record(new NewMemorandum(Entries.fact(), today, "994", 5, null, null, "ledger.entry.manual", "Giấy tờ"));
        });
        assertThat(transaction.<Integer>execute(status -> entries.sealAll())).isEqualTo(many.size() + 1);
        Verification found = verifyBooks.verify();
        assertThat(found.agrees()).isTrue();
        assertThat(found.waiting()).isZero();
    }

    @Test
    void sealsMemorandumToo() {
        transaction.executeWithoutResult(status -> memorandum.record(new NewMemorandum(Entries.fact(), today, "994", 5, null,
                null, "ledger.entry.manual", "Giấy tờ")));
        sealAll();
        long entry = jdbc.sql("select max(id) from ledger.memorandum_entry").query(Long.class).single();
        tampered("memorandum_entry", "update ledger.memorandum_entry set increase = 6 where id = " + entry,
                "update ledger.memorandum_entry set increase = 5 where id = " + entry,
                Verification.Kind.CHANGED, "ledger.memorandum_entry " + entry);
    }

    @Test
    void namesALineThatWasChanged() {
        tampered("posting", "update ledger.posting set borrower_id = 4711 where line_number = 1 and entry_id = " + posted.entryId(),
                "update ledger.posting set borrower_id = null where line_number = 1 and entry_id = " + posted.entryId(),
                Verification.Kind.CHANGED, "ledger.entry " + posted.entryId());
    }

    @Test
    void namesAnEntryWhoseMomentWasChanged() {
        tampered("entry", "update ledger.entry set recorded_at = recorded_at + interval '1 microsecond' where id = " + posted.entryId(),
                "update ledger.entry set recorded_at = recorded_at - interval '1 microsecond' where id = " + posted.entryId(),
                Verification.Kind.CHANGED, "ledger.entry " + posted.entryId());
    }

    @Test
    void namesAnEntryThatWasTakenOutOfTheChain() {
        long position = jdbc.sql("select position from ledger.seal where entry_id = ? and kind = 'ENTRY'")
                .param(posted.entryId()).query(Long.class).single();
        tampered("seal", "update ledger.seal set position = position + 1000000 where position = " + position,
                "update ledger.seal set position = position - 1000000 where position > 1000000",
                Verification.Kind.NOT_IN_CHAIN, null, Verification.Kind.CHAIN_BROKEN, "ledger.seal " + position);
    }

    @Test
    void namesABalanceThatDiffers() {
        tampered("period_balance", "update ledger.period_balance set debit = debit + 1 where account = '111' and month = date '"
                        + today.withDayOfMonth(1) + "'",
                "update ledger.period_balance set debit = debit - 1 where account = '111' and month = date '"
                        + today.withDayOfMonth(1) + "'",
                Verification.Kind.BALANCE, "ledger.period_balance " + today.toString().substring(0, 7) + " 111");
    }

    @Test
    void namesAnEntryThatNeverCameIntoTheQueue() {
        Posted waiting = transaction.execute(status -> journal.post(Entries.transfer(today, 3_000)));
        jdbc.sql("delete from ledger.unsealed where entry_id = ?").param(waiting.entryId()).update();
        try {
            Verification found = verifyBooks.verify();
            assertThat(found.disagreement().kind()).isEqualTo(Verification.Kind.NOT_IN_CHAIN);
            assertThat(found.disagreement().entry()).isEqualTo(waiting.entryId());
        } finally {
            jdbc.sql("insert into ledger.unsealed (fund_id, entry_id, kind, booked_on) values (1, ?, 'ENTRY', ?)")
                    .params(waiting.entryId(), waiting.bookedOn()).update();
        }
    }

    private void tampered(String table, String attack, String mend, Verification.Kind kind, String row) {
        tampered(table, attack, mend, kind, row, kind, row);
    }

    /** Attacks as the owner with the triggers off, looks, and mends it for the other tests. */
    private void tampered(String table, String attack, String mend, Verification.Kind kind, String row,
            Verification.Kind orKind, String orRow) {
        asOwner("alter table ledger." + table + " disable trigger user", attack);
        try {
            Verification found = verifyBooks.verify();
            assertThat(found.agrees()).isFalse();
            assertThat(found.disagreement().kind()).isIn(kind, orKind);
            assertThat(found.disagreement().row()).isEqualTo(found.disagreement().kind() == orKind ? orRow : row);
        } finally {
            asOwner(mend, "alter table ledger." + table + " enable trigger user");
        }
        assertThat(verifyBooks.verify().disagreement()).isNull();
    }

    private void asOwner(String... statements) {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void sealAll() {
        while (entries.seal() > 0) {
            assertThat(today).isNotNull();
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where fund_id = 1").query(Long.class).single();
    }
}
