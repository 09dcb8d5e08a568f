package vn.coopfund.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database through the ends that a program on somebody's desk meets. */
class StartAndKillTests {

    @TempDir
    Path folder;

    @Test
    void keepsEverythingThroughKillsAndSharesItsFolderWithNobody() throws Exception {
        try (StartedProgram first = StartedProgram.on(folder).awaitUp()) {
            execute(first, "create table public.kept (word text)", "insert into public.kept values ('first')");
            assertDurable(first);
            assertAdmitsByPasswordOnly(first);
            assertSecretsAreForTheOwnerOnly();
            assertSecondProgramSaysSoAndLeaves();
            first.kill();
            assertThat(ProcessHandle.of(first.postmaster().orElseThrow())).as("the server outlives the program").isPresent();
        }
        try (StartedProgram second = StartedProgram.on(folder).awaitUp()) {
            assertThat(kept(second)).containsExactly("first");
            execute(second, "insert into public.kept values ('second')");
            second.killWithDatabase();
        }
        nameAnotherProcessInThePidFile();
        try (StartedProgram third = StartedProgram.on(folder).awaitUp()) {
            assertThat(kept(third)).containsExactly("first", "second");
            third.stop();
            assertThat(third.postmaster()).as("nothing is left behind").isEmpty();
        }
    }

    @Test
    void comesUpThoughKilledAtEveryMomentOfTheFirstStart() throws Exception {
        for (Moment moment : Moment.values()) {
            StartedProgram killed = StartedProgram.on(folder);
            await(moment.name()).atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(5))
                    .until(moment.reachedBy(killed, folder));
            killed.kill();
        }
        try (StartedProgram last = StartedProgram.on(folder).awaitUp()) {
            assertDurable(last);
            last.killWithDatabase();
        }
    }

    @Test
    void tellsTheDemonstrationOnceThoughKilledInItsMiddle() throws Exception {
        StartedProgram first = StartedProgram.withDemonstrationOn(folder);
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).until(() -> paid(first) >= 2);
        assertThat(first.status("/sign-in")).as("nobody enters yet").isEqualTo(503);
        first.kill();
        try (StartedProgram second = StartedProgram.withDemonstrationOn(folder).awaitUp()) {
            assertThat(second.status("/sign-in")).isEqualTo(200);
            try (Connection owner = second.asOwner()) {
                assertThat(rows(owner, "select 1::text from demo.story where finished_at is not null")).hasSize(1);
                assertThat(rows(owner, "select count(*) from origination.application")).isEqualTo(told(owner, "DRAFT"));
                assertThat(rows(owner, "select count(*) from servicing.loan")).isEqualTo(told(owner, "SIGN"));
                assertThat(rows(owner, "select count(*) from servicing.disbursement where state = 'PAID'"))
                        .isEqualTo(told(owner, "PAY"));
            }
            second.killWithDatabase();
        }
    }

    private static long paid(StartedProgram program) {
        try (Connection owner = program.asOwner()) {
            return Long.parseLong(told(owner, "PAY").get(0));
        } catch (Exception notYet) {
            return 0;
        }
    }

    private static List<String> told(Connection owner, String step) throws SQLException {
        return rows(owner, "select count(*) from demo.chapter where name like 'case % " + step + "'");
    }

    /** In the order in which a first start comes to them. */
    enum Moment {
        UNPACKING {
            @Override
            Callable<Boolean> reachedBy(StartedProgram program, Path folder) {
                return () -> isThere(folder, "binaries/PG-*/share") && !isThere(folder, "binaries/PG-*/.exists");
            }
        },
        INITDB {
            @Override
            Callable<Boolean> reachedBy(StartedProgram program, Path folder) {
                return () -> isThere(folder, "data/base") && isThere(folder, "unfinished");
            }
        },
        MIGRATION {
            @Override
            Callable<Boolean> reachedBy(StartedProgram program, Path folder) {
                return () -> {
                    try (Connection owner = program.asOwner()) {
                        return rows(owner, "select 1::text from pg_locks where locktype = 'advisory'").size() == 1
                                && rows(owner, "select id from databasechangelog").size() > 1;
                    } catch (Exception notYet) {
                        return false;
                    }
                };
            }
        };

        abstract Callable<Boolean> reachedBy(StartedProgram program, Path folder);

        private static boolean isThere(Path folder, String glob) throws Exception {
            Path server = folder.resolve("postgres");
            if (Files.notExists(server)) {
                return false;
            }
            try (Stream<Path> entries = Files.walk(server, 3)) {
                return entries.anyMatch(server.getFileSystem().getPathMatcher("glob:" + server + "/" + glob)::matches);
            } catch (java.io.UncheckedIOException changedMeanwhile) {
                return false;
            }
        }
    }

    private void assertSecondProgramSaysSoAndLeaves() throws Exception {
        try (StartedProgram second = StartedProgram.on(folder)) {
            assertThat(second.awaitEnd()).contains("already running on the folder " + folder.toRealPath());
            assertThat(second.exitCode()).isNotZero();
        }
    }

    private static void assertDurable(StartedProgram program) throws Exception {
        try (Connection owner = program.asOwner()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(rows(owner, "show " + setting)).as(setting).containsExactly("on");
            }
        }
    }

    private static void assertAdmitsByPasswordOnly(StartedProgram program) throws Exception {
        try (Connection owner = program.asOwner()) {
            String url = owner.getMetaData().getURL();
            for (String user : List.of(Account.SUPERUSER, Account.OWNER, Account.APPLICATION)) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "")).as(user).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guess")).as(user)
                        .hasMessageContaining("password authentication failed");
            }
        }
        try (Connection superuser = program.signIn(Account.SUPERUSER, "postgres")) {
            assertThat(rows(superuser, "select distinct auth_method from pg_hba_file_rules")).containsExactly("scram-sha-256");
        }
    }

    private void assertSecretsAreForTheOwnerOnly() throws Exception {
        try (Stream<Path> secrets = Files.list(folder.resolve("secrets"))) {
            assertThat(secrets.toList()).hasSize(3).allSatisfy(secret ->
                    assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                            .isEqualTo("rw-------"));
        }
    }

    /** As after a reboot, when the number of the old server has gone to another program: here to this test. */
    private void nameAnotherProcessInThePidFile() throws Exception {
        Path pidFile = folder.resolve("postgres/data/postmaster.pid");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
    }

    private static List<String> kept(StartedProgram program) throws Exception {
        try (Connection owner = program.asOwner()) {
            return rows(owner, "select word from public.kept order by word");
        }
    }

    private static void execute(StartedProgram program, String... statements) throws Exception {
        try (Connection owner = program.asOwner(); Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new java.util.ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
