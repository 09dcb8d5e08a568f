package vn.coopfund.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.coopfund.ModuleTest;

class MigrationModuleTests extends ModuleTest {

    TestDatabase database;

    @BeforeEach
    void copy() {
        database = TestDatabase.freshFromTemplate();
    }

    @Test
    void changesetAndItsRecordStandOrFallTogether() throws Exception {
        asOwner("""
                create function public.refuse() returns trigger language plpgsql
                as $$ begin raise exception 'as if killed before the record'; end $$""",
                "create trigger refuse before insert on databasechangelog execute function public.refuse()");
        assertThatThrownBy(() -> database.migrate("classpath:database/make-one-table.sql"))
                .hasStackTraceContaining("as if killed before the record");
        assertThat(isThere("public.one_table")).isFalse();

        asOwner("drop trigger refuse on databasechangelog");
        database.migrate("classpath:database/make-one-table.sql");
        assertThat(isThere("public.one_table")).isTrue();
    }

    @Test
    @Timeout(60)
    void lockThatAnotherLiquibaseLeftBehindKeepsNobodyWaiting() throws Exception {
        asOwner("create table databasechangeloglock (id int primary key, locked boolean, lockgranted timestamp, lockedby text)",
                "insert into databasechangeloglock values (1, true, now(), 'a killed program')");
        database.migrate("classpath:database/make-one-table.sql");
        assertThat(isThere("public.one_table")).isTrue();
    }

    @Test
    void lockIsHeldByOneAndEndsWithItsSession() throws Exception {
        try (Connection waiting = database.asOwner()) {
            try (Connection killed = database.asOwner()) {
                assertThat(lock(killed).acquireLock()).isTrue();
                assertThat(lock(waiting).acquireLock()).isFalse();
            }
            lock(waiting).waitForLock();
            assertThat(lock(waiting).hasChangeLogLock()).isTrue();
        }
    }

    private static LockService lock(Connection connection) throws Exception {
        return LockServiceFactory.getInstance().getLockService(
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private boolean isThere(String table) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement();
                var row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
