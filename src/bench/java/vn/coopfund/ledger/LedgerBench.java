package vn.coopfund.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.CoopfundApplication;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.bench.Bench;
import vn.coopfund.bench.Floor;

/**
 * On the durable database as it is delivered: balanced entries a second through the journal, beside a client that
 * inserts the same rows without asking, into the same tables and into tables without guards, and a two-leg transfer
 * function with row locks; and the trial balance at any date over a million lines ({@code -Dbench.lines=10000000} for ten).
 */
public final class LedgerBench implements Bench {

    private static final long SPAN_MILLIS = 4_000;
    private static final int ROUNDS = 2;
    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** What a posting of two lines writes, and the queue of the chain with it where {@code schema} has no triggers. */
    private static List<String> rows(String schema, long maker) {
        return Stream.of(
                "insert into S.posted_fact (fund_id, source_fact, entry_id, booked_on) values (1, 'bench:' || :n, :n, DAY)",
                "insert into S.entry (id, booked_on, fund_id, value_date, recorded_at, text, source_fact, line_count, amount, made_by) "
                        + "values (:n, DAY, 1, DAY, clock_timestamp(), 'Nộp tiền', 'bench:' || :n, 2, 1000, " + maker + ")",
                "insert into S.posting (entry_id, booked_on, line_number, fund_id, account, debit, credit) "
                        + "values (:n, DAY, 1, 1, '111', 1000, 0), (:n, DAY, 2, 1, '112', 0, 1000)",
                schema.equals("ledger") ? "" : "insert into S.unsealed (fund_id, entry_id, kind, booked_on) values (1, :n, 'ENTRY', DAY)")
                .filter(sql -> !sql.isEmpty()).map(sql -> sql.replace("S.", schema + ".").replace("DAY", "date '2026-06-15'"))
                .toList();
    }

    private static final List<String> TRANSFER = List.of("select bench.transfer(1 + (:n::bigint * 7919 % 100)::int, 1 + ((:n::bigint * 7919 + 37) % 100)::int, 1000)");

    @Override
    public void run(Path folder) throws Exception {
        Path data = Files.createTempDirectory("ledger-bench");
        try (ConfigurableApplicationContext context = start(data)) {
            StringBuilder text = new StringBuilder();
            asOwner(context, """
                    create schema bench;
                    create table bench.posted_fact (like ledger.posted_fact including indexes);
                    create table bench.entry (like ledger.entry including indexes);
                    create table bench.posting (like ledger.posting including defaults including indexes);
                    create table bench.unsealed (like ledger.unsealed including indexes);
                    create table bench.account (id int primary key, balance bigint not null);
                    insert into bench.account select n, 0 from generate_series(1, 100) n;
                    create table bench.transfer (id bigint generated always as identity primary key, debit int not null,
                        credit int not null, amount bigint not null, at timestamptz not null default clock_timestamp());
                    create function bench.transfer(a int, b int, amount bigint) returns void language plpgsql as $$
                    begin
                        perform 1 from bench.account where id in (a, b) order by id for update;
                        update bench.account set balance = balance + amount where id = a;
                        update bench.account set balance = balance - amount where id = b;
                        insert into bench.transfer (debit, credit, amount) values (a, b, amount);
                    end $$""");
            text.append(entries(context)).append('\n').append(trialBalance(context));
            Files.writeString(folder.resolve("ledger.md"), text);
            System.out.println(text);
        } finally {
            remove(data);
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(CoopfundApplication.class).run(Map.of("coopfund.data", data, "coopfund.demo",
                false, "coopfund.business-date", TODAY, "server.port", 0, "camunda.bpm.job-execution.enabled", false,
                "spring.session.jdbc.cleanup-cron", "-", "spring.datasource.hikari.maximum-pool-size", 24,
                "spring.datasource.hikari.minimum-idle", 1).entrySet()
                .stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toArray(String[]::new));
    }

    private static String entries(ConfigurableApplicationContext context) throws Exception {
        Journal journal = context.getBean(Journal.class);
        TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
        Actor accountant = new Staff(context.getBean(People.class)).with(Role.ACCOUNTANT);
        Floor floor = new Floor(context.getBean(JdbcConnectionDetails.class));
        HikariDataSource pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
        Runnable posting = () -> Actors.as(accountant, () -> transaction.execute(status -> journal.post(NewEntry.of(
                "bench:" + NUMBERS.incrementAndGet(), TODAY, "ledger.entry.manual", "Nộp tiền").debit("111", 1_000)
                .credit("112", 1_000))));
        StringBuilder text = new StringBuilder("# Balanced entries a second, two lines each\n\n| clients | journal | same rows by "
                + floor.name() + " | share (≥ 70 % at 4) | same rows without any guard | transfer function |\n|---|---|---|---|---|---|\n");
        long numbers = 4_000_000_000L;
        for (int clients : new int[] {1, 4, 20}) {
            long[] best = new long[4];
            for (int round = 0; round <= ROUNDS; round++) {
                int turns = (int) Math.max(200, best[1] * SPAN_MILLIS / 1000 / clients);
                // the first round is there to warm up, and to find out how many turns fill the span
                long journalNow = perSecond(clients, posting);
                // the floor's clients need the places that the program's connections hold
                pool.getHikariPoolMXBean().softEvictConnections();
                long[] now = {journalNow, floor.perSecond(clients, turns, numbers, rows("ledger", accountant.id())),
                    floor.perSecond(clients, turns, numbers, rows("bench", accountant.id())),
                    floor.perSecond(clients, turns, numbers, TRANSFER)};
                numbers += 100_000_000;
                for (int i = 0; i < best.length; i++) {
                    best[i] = round <= 1 ? now[i] : Math.max(best[i], now[i]);
                }
            }
            text.append("| %d | %d | %d | %d %% | %d | %d |%n".formatted(clients, best[0], best[1], best[0] * 100 / best[1],
                    best[2], best[3]));
        }
        return text + "\nThe better of two rounds of some " + SPAN_MILLIS / 1000 + " s, in turn, on the durable database as it is "
                + "delivered, one commit an entry. Journal and floor write the same five rows into the same tables under every "
                + "guard (open month, leaf account, dimensions, balance at the commit, second person, queue of the chain). What "
                + "the guards cost shows beside it: the same five rows into tables with the same indexes and nothing else.\n";
    }

    /** What so many clients do in the span, a second. */
    private static long perSecond(int clients, Runnable work) {
        ExecutorService hands = Executors.newFixedThreadPool(clients);
        AtomicLong done = new AtomicLong();
        long until = System.nanoTime() + SPAN_MILLIS * 1_000_000;
        try {
            CompletableFuture.allOf(IntStream.range(0, clients).mapToObj(i -> CompletableFuture.runAsync(() -> {
                while (System.nanoTime() < until) {
                    work.run();
                    done.incrementAndGet();
                }
            }, hands)).toArray(CompletableFuture[]::new)).join();
        } finally {
            hands.shutdown();
        }
        return done.get() * 1_000 / SPAN_MILLIS;
    }

    private static String trialBalance(ConfigurableApplicationContext context) {
        asOwner(context, load());
        SealEntries seal = context.getBean(SealEntries.class);
        AtomicLong sealed = new AtomicLong();
        long sealing = millis(() -> {
            for (int now = seal.seal(); now > 0; now = seal.seal()) {
                sealed.addAndGet(now);
            }
        });
        asOwner(context, "vacuum analyze ledger.posting", "vacuum analyze ledger.entry", "vacuum analyze ledger.unsealed",
                "vacuum analyze ledger.seal", "vacuum analyze ledger.period_balance");
        Books books = context.getBean(Books.class);
        Balances balances = context.getBean(Balances.class);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        StringBuilder text = new StringBuilder("# Trial balance over %,d lines, ms%n%n| date | trial balance (≤ 300) | all postings summed |%n|---|---|---|%n"
                .formatted(jdbc.sql("select count(*) from ledger.posting").query(Long.class).single()));
        List<LocalDate> days = List.of(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 6, 30), LocalDate.of(2022, 2, 14),
                LocalDate.of(2023, 12, 31), LocalDate.of(2024, 5, 20), LocalDate.of(2025, 11, 29), TODAY);
        for (LocalDate day : days) {
            long took = median(() -> books.trialBalance(day, Locale.ENGLISH));
            long plain = median(() -> jdbc.sql("select account, sum(debit - credit) from ledger.posting where fund_id = 1 "
                    + "and booked_on <= ? group by 1").param(day).query().listOfRows());
            text.append("| %s | %d | %d |%n".formatted(day, took, plain));
            if (balances.byAccount(day).values().stream().mapToLong(each -> each).sum() != 0) {
                throw new IllegalStateException("not zero-sum on " + day);
            }
        }
        Verification[] found = new Verification[1];
        long walk = millis(() -> found[0] = context.getBean(VerifyBooks.class).verify());
        if (!found[0].agrees()) {
            throw new IllegalStateException(found[0].toString());
        }
        return text + "%nMedian of 5. Sealing %d entries behind the posting took %.1f s, the walk that verifies %d entries and every balance %.1f s.%n"
                .formatted(sealed.get(), sealing / 1000.0, found[0].sealed(), walk / 1000.0)
                + "The trial balance reads the period balances of whole months and the lines of the last month begun, account by account "
                + "from the index: it is limited by the lines of one month, and by what waits to be sealed.\n";
    }

    /** Entries of two lines, spread evenly over the days, over ten accounts; loaded without the row triggers. */
    private static String[] load() {
        long days = TODAY.toEpochDay() - FIRST.toEpochDay();
        String numbered = "from (select 3000000000 + n as id, date '" + FIRST + "' + (n %% " + days + ")::int as day, n "
                + "from generate_series(1, " + LINES / 2 + ") n) as made";
        numbered = numbered.replace("%%", "%");
        String accounts = "(array['111','112','113','1281','1388','33881','515','6427','711','414'])";
        return new String[] {
            "alter table ledger.entry disable trigger user", "alter table ledger.posting disable trigger user",
            "begin; insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) select 1, 'load:' || n, id, day " + numbered
                    + "; insert into ledger.entry (id, booked_on, fund_id, value_date, recorded_at, text, source_fact, line_count, amount) "
                    + "select id, day, 1, day, clock_timestamp(), 'Bút toán', 'load:' || n, 2, 1000 + n " + numbered
                    + "; insert into ledger.posting (entry_id, booked_on, line_number, fund_id, account, debit, credit) "
                    + "select id, day, side, 1, " + accounts + "[1 + (n + side * 3) % 10], case side when 1 then 1000 + n else 0 end, "
                    + "case side when 2 then 1000 + n else 0 end " + numbered + " cross join generate_series(1, 2) side"
                    + "; insert into ledger.unsealed (fund_id, entry_id, kind, booked_on) select 1, id, 'ENTRY', day " + numbered
                    + "; commit",
            "alter table ledger.entry enable trigger user", "alter table ledger.posting enable trigger user",
            "analyze ledger.entry", "analyze ledger.posting", "analyze ledger.unsealed"};
    }

    private static long median(Runnable work) {
        return Stream.generate(() -> millis(work)).limit(6).skip(1).sorted().toList().get(2);
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void asOwner(ConfigurableApplicationContext context, String... statements) {
        LiquibaseConnectionDetails owner = context.getBean(LiquibaseConnectionDetails.class);
        try (Connection connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void remove(Path data) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
