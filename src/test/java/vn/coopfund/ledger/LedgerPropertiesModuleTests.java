package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.calendar.BusinessDay;

/** Whatever is posted and taken back: entries balance, and balances are the sum of their postings. */
class LedgerPropertiesModuleTests extends ModuleTest {

    private static final List<String> ACCOUNTS = List.of("111", "112", "113", "1281", "1388", "2293", "33881", "515", "6426", "711");

    @Autowired
    Journal journal;
    @Autowired
    Balances balances;
    @Autowired
    Books books;
    @Autowired
    Accounts accounts;
    @Autowired
    SealEntries sealEntries;
    @Autowired
    VerifyBooks verifyBooks;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    /** A side of an entry. */
    record Part(String account, long amount) {
    }

    /** An entry to post: what is debited, where the sum is credited, how many days back, and whether it is taken back. */
    record Move(List<Part> debits, String credited, int daysBack, boolean reversed) {
    }

    @BeforeProperty
    void joinTheSharedContext() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 25)
    void booksAgreeWithWhatWasPosted(@ForAll("moves") List<Move> moves) {
        LocalDate today = businessDay.today();
        Map<String, Long> expected = read(today);
        List<Long> posted = new ArrayList<>();
        moves.forEach(move -> transaction.executeWithoutResult(status -> posted.addAll(post(move, today, expected))));

        assertThat(read(today)).isEqualTo(expected);
        assertThat(unbalanced(posted)).isZero();
        TrialBalance.Totals totals = books.trialBalance(today, Locale.forLanguageTag("vi")).totals();
        assertThat(totals.openingDebit()).isEqualTo(totals.openingCredit());
        assertThat(totals.debit()).isEqualTo(totals.credit());
        assertThat(totals.closingDebit()).isEqualTo(totals.closingCredit());
    }

    /** Whatever is sealed and whatever waits, at any date: the balances say what the postings sum to. */
    @Property(tries = 15)
    void balancesAgreeAtAnyDateHoweverMuchIsSealed(@ForAll("moves") List<Move> moves, @ForAll boolean seals,
            @ForAll @net.jqwik.api.constraints.IntRange(max = 900) int daysBack) {
        LocalDate today = businessDay.today();
        moves.forEach(move -> transaction.executeWithoutResult(status -> post(move, today, new HashMap<>())));
        if (seals) {
            sealEntries.seal();
        }
        LocalDate day = today.minusDays(daysBack);
        for (LocalDate on : List.of(day, day.withDayOfMonth(day.lengthOfMonth()), day.withDayOfMonth(1))) {
            assertThat(balances.byAccount(on)).as(on + "").isEqualTo(summed(on));
            TrialBalance balance = books.trialBalance(on, Locale.forLanguageTag("vi"));
            balance.items().forEach(row -> assertThat(row.closingDebit() - row.closingCredit())
                    .as(row.account()).isEqualTo(summed(on).getOrDefault(row.account(), 0L)));
            assertThat(balance.totals().closingDebit()).isEqualTo(balance.totals().closingCredit());
        }
        assertThat(verifyBooks.verify().disagreement()).isNull();
    }

    private Map<String, Long> summed(LocalDate on) {
        Map<String, Long> sums = new HashMap<>();
        jdbc.sql("select account, sum(debit - credit)::bigint as amount from ledger.posting where fund_id = 1 and booked_on <= ? group by 1")
                .param(on).query(row -> {
                    sums.put(row.getString("account"), row.getLong("amount"));
                });
        return sums;
    }

    private List<Long> post(Move move, LocalDate today, Map<String, Long> expected) {
        NewEntry entry = NewEntry.of(Entries.fact(), today.minusDays(move.daysBack()), "ledger.entry.reversal");
        move.debits().forEach(part -> entry.debit(part.account(), part.amount()));
        entry.credit(move.credited(), entry.amount());
        Posted posted = journal.post(entry);
        if (move.reversed()) {
            return List.of(posted.entryId(), journal.reverse(posted.entryId(), Entries.fact(), "thử").entryId());
        }
        entry.lines().forEach(line -> expected.merge(line.account(), signed(line), Long::sum));
        return List.of(posted.entryId());
    }

    private long signed(Line line) {
        return accounts.named(line.account()).normalSide() == Account.Side.DEBIT
                ? line.debit() - line.credit() : line.credit() - line.debit();
    }

    private Map<String, Long> read(LocalDate day) {
        Map<String, Long> found = new HashMap<>();
        ACCOUNTS.forEach(account -> found.put(account, balances.of(account, day)));
        return found;
    }

    private long unbalanced(List<Long> entries) {
        return jdbc.sql("""
                select count(*) from (select entry_id from ledger.posting where entry_id in (:entries)
                                      group by entry_id having sum(debit) <> sum(credit)) as wrong""")
                .param("entries", entries).query(Long.class).single();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<String> account = Arbitraries.of(ACCOUNTS);
        Arbitrary<Part> part = Combinators.combine(account, Arbitraries.longs().between(1, 1_000_000_000_000L)).as(Part::new);
        return Combinators.combine(part.list().ofMinSize(1).ofMaxSize(5), account, Arbitraries.integers().between(0, 800),
                Arbitraries.of(true, false)).as(Move::new).list().ofMinSize(1).ofMaxSize(12);
    }
}
