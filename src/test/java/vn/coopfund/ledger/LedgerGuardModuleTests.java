package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.database.TestDatabase;

/** What the database refuses by itself, whatever the program sends. */
class LedgerGuardModuleTests extends ModuleTest {

    private static final String NO_RIGHT = "42501";
    private static final String CHECK = "23514";
    private static final String ONLY_ADDED = "23P01";

    @Autowired
    Journal journal;
    @Autowired
    ClosePeriod closePeriod;
    @Autowired
    ApplicationContext program;
    @Autowired
    SealEntries sealEntries;
    @Autowired
    VerifyBooks verifyBooks;
    @Autowired
    JdbcClient application;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    TestDatabase database;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    People people;

    LocalDate today;
    Posted posted;

    @BeforeEach
    void postOne() {
        today = businessDay.today();
        posted = transaction.execute(status -> journal.post(Entries.transfer(today, 1_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update ledger.posting set debit = 1", "delete from ledger.posting", "truncate ledger.posting",
        "update ledger.entry set amount = 1", "delete from ledger.entry", "truncate ledger.entry cascade",
        "update ledger.posted_fact set source_fact = 'x'", "delete from ledger.posted_fact",
        "update ledger.memorandum_entry set increase = 1", "delete from ledger.memorandum_entry",
        "update ledger.seal set position = 0", "delete from ledger.seal", "truncate ledger.seal",
        "delete from ledger.period_balance", "update ledger.unsealed set kind = 'x'", "truncate ledger.unsealed",
        "update ledger.posting_template set key = 'x.y'", "delete from ledger.posting_template_line",
        "update ledger.fact_kind set second_person = false", "insert into ledger.fact_kind values ('x', false, false, 'x')",
        "delete from ledger.period_event", "delete from ledger.proposal",
        "alter table ledger.seal disable trigger all",
        "alter table ledger.posting disable trigger all", "alter table ledger.entry disable trigger entry_balanced",
        "set session_replication_role = replica", "drop trigger entry_balanced on ledger.entry",
        "drop table ledger.posting", "drop schema ledger cascade", "drop function ledger.check_entry_balance() cascade",
        "alter table ledger.posting drop constraint posting_one_side", "alter table ledger.entry rename to gone",
        "alter table ledger.entry owner to current_user", "alter function ledger.admit_entry() rename to gone",
        "create rule unseen as on update to ledger.entry do instead nothing",
        "create or replace function ledger.check_entry_balance() returns trigger language sql as 'select null'",
        "truncate ledger.period", "truncate ledger.period_balance",
        "update ledger.period_balance set debit = debit + 1", "insert into ledger.period_balance values (1, '2001-01-01', '111', 1, 0)"})
    void applicationHasNoRightToChangeWhatIsPosted(String attack) {
        refused(NO_RIGHT, () -> application.sql(attack).update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.posting set debit = 1", "delete from ledger.entry", "truncate ledger.posting",
        "truncate ledger.memorandum_entry", "delete from ledger.posted_fact", "truncate ledger.seal",
        "update ledger.posting_template set key = 'x.y'", "update ledger.fact_kind set second_person = false"})
    void evenTheOwnerOnlyAdds(String attack) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            refused(ONLY_ADDED, () -> statement.execute(attack));
        }
    }

    @Test
    void unbalancedEntryCannotCommit() {
        refused(CHECK, () -> transaction.executeWithoutResult(status -> {
            long entry = header(today, 2, 1_000);
            line(entry, 1, "111", 1_000, 0);
            line(entry, 2, "112", 0, 999);
        }));
    }

    @Test
    void emptyEntryCannotCommit() {
        refused(CHECK, () -> transaction.executeWithoutResult(status -> header(today, 2, 1_000)));
    }

    @Test
    void factWithoutEntryCannotCommit() {
        refused("23503", () -> application.sql("""
                insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) values (1, 'bare', -1, ?)""")
                .param(today).update());
    }

    @Test
    void lineCannotJoinACommittedEntry() {
        refused(CHECK, () -> line(posted.entryId(), 3, "111", 5, 0));
    }

    @Test
    void balancedLinesCannotJoinACommittedEntryEither() {
        refused(CHECK, () -> transaction.executeWithoutResult(status -> {
            line(posted.entryId(), 3, "111", 5, 0);
            line(posted.entryId(), 4, "112", 0, 5);
        }));
    }

    @Test
    void lineHasOneSide() {
        refused(CHECK, () -> transaction.executeWithoutResult(status -> line(header(today, 2, 5), 1, "111", 5, 5)));
    }

    @Test
    void sumAccountTakesNoPosting() {
        refused(CHECK, () -> transaction.executeWithoutResult(status -> line(header(today, 2, 5), 1, "338", 5, 0)));
    }

    @Test
    void loanAccountNeedsALoan() {
        refused(CHECK, () -> transaction.executeWithoutResult(status -> line(header(today, 2, 5), 1, "1283", 5, 0)));
    }

    @Test
    void closedMonthTakesNoEntry() {
        OwnBooks books = new OwnBooks(program, today);
        books.by(Role.CHIEF_ACCOUNTANT, () -> closePeriod.close(YearMonth.of(2002, 5)));
        refused(CHECK, () -> transaction.executeWithoutResult(status -> header(books.fund(), LocalDate.of(2002, 5, 9), 2, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.period set state = 'OPEN', closed_at = null, closed_by = null where month = '2002-06-01'",
        "update ledger.period set state = 'SOFT', closed_at = null, closed_by = null where month = '2002-06-01'",
        "update ledger.period set month = '1950-01-01' where month = '2002-06-01'",
        "delete from ledger.period where month = '2002-06-01'"})
    void closedMonthIsNotOpenedBehindTheBooks(String attack) {
        OwnBooks books = new OwnBooks(program, today);
        books.by(Role.CHIEF_ACCOUNTANT, () -> closePeriod.close(YearMonth.of(2002, 6)));
        refused(CHECK, () -> application.sql(attack + " and fund_id = " + books.fund()).update());
    }

    @Test
    void entryIsNotSealedTwice() {
        transaction.executeWithoutResult(status -> {
            sealEntries.seal();
            refused("23505", () -> application.sql("""
                    insert into ledger.seal (fund_id, position, kind, entry_id, booked_on, form, hash)
                    select fund_id, 1000000000, kind, entry_id, booked_on, form, hash from ledger.seal
                    where fund_id = 1 order by position desc limit 1""").update());
            status.setRollbackOnly();
        });
    }

    @Test
    void sealThatTheApplicationMakesUpIsFound() {
        Verification found = transaction.execute(status -> {
            application.sql("""
                    insert into ledger.seal (fund_id, position, kind, entry_id, booked_on, form, hash)
                    select 1, coalesce(max(position), 0) + 1, 'ENTRY', -1, date '2020-01-01', 1, sha256('made up') from ledger.seal
                    where fund_id = 1""").update();
            status.setRollbackOnly();
            return verifyBooks.verify();
        });
        org.assertj.core.api.Assertions.assertThat(found.disagreement().kind()).isEqualTo(Verification.Kind.GONE);
    }

    @Test
    void makerDoesNotCheck() {
        long person = new Staff(people).with(Role.ACCOUNTANT).id();
        refused(CHECK, () -> transaction.executeWithoutResult(status ->
                journal.post(Entries.transfer(today, 5).madeBy(person).checkedBy(person))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manual", "reversal", "contribution", "waiver", "refund", "year-end", "opening"})
    void factThatNeedsTwoIsNotPostedByOne(String kind) {
        long person = new Staff(people).with(Role.ACCOUNTANT).id();
        NewEntry entry = NewEntry.of(kind + ":" + Entries.fact(), today, "ledger.entry.manual", "x").madeBy(person)
                .debit("111", 5).credit("112", 5);
        refused(CHECK, () -> transaction.executeWithoutResult(status -> journal.post(entry)));
        long other = new Staff(people).with(Role.CHIEF_ACCOUNTANT).id();
        transaction.executeWithoutResult(status -> journal.post(entry.checkedBy(other)));
    }

    @Test
    void programWritesNoManualEntry() {
        refused(CHECK, () -> transaction.executeWithoutResult(status -> journal.post(NewEntry.of("manual:" + Entries.fact(),
                today, "ledger.entry.manual", "x").debit("111", 5).credit("112", 5))));
    }

    @Test
    void monthIsNotReopenedByOne() {
        refused(CHECK, () -> application.sql("""
                insert into ledger.period_event (id, fund_id, month, became, made_by, why)
                values (-1, 1, date '2002-05-01', 'OPEN', ?, 'x')""").param(new Staff(people).with(Role.CHIEF_ACCOUNTANT).id()).update());
    }

    private long header(LocalDate day, int lines, long amount) {
        return header(Actors.FIRST_FUND, day, lines, amount);
    }

    private long header(long fund, LocalDate day, int lines, long amount) {
        long id = application.sql("select nextval('ledger.entry_seq')").query(Long.class).single();
        String fact = Entries.fact();
        application.sql("insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) values (?, ?, ?, ?)")
                .params(fund, fact, id, day).update();
        application.sql("""
                insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount)
                values (?, ?, ?, ?, 'x', ?, ?, ?)""").params(id, day, fund, day, fact, lines, amount).update();
        return id;
    }

    private void line(long entry, int number, String account, long debit, long credit) {
        application.sql("""
                insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit)
                values (?, ?, ?, ?, ?, ?)""").params(entry, today, number, account, debit, credit).update();
    }

    private static void refused(String state, ThrowingCallable attack) {
        assertThatThrownBy(attack).satisfies(refusal -> {
            Throwable cause = refusal;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            org.assertj.core.api.Assertions.assertThat(cause).isInstanceOfSatisfying(SQLException.class, sql ->
                    org.assertj.core.api.Assertions.assertThat(sql.getSQLState()).as(sql.getMessage()).isEqualTo(state));
        });
    }
}
