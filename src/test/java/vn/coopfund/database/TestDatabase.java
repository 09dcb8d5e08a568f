package vn.coopfund.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A migrated database of one's own, with the two roles of the real one. All of them lie on one server a run, which
 * need not survive a power cut; the migration runs once, into a template that each database is a copy of.
 *
 * @param url         where it is
 * @param owner       who owns the tables
 * @param application whom the program signs in as
 */
public record TestDatabase(String url, Account owner, Account application) {

    private static final Path FOLDER = Path.of("target", "test-database");
    private static final String TEMPLATE = "migrated";
    private static final String WHOLE = "classpath:db/changelog.xml";
    private static final AtomicInteger copies = new AtomicInteger();

    /** A copy that nobody else uses. */
    public static TestDatabase freshFromTemplate() {
        return Shared.copy(TEMPLATE);
    }

    /** One of its own as an earlier program left it: without that changeset and all after it. */
    static TestDatabase before(String changeset) throws SQLException, LiquibaseException {
        TestDatabase old = Shared.copy("template0");
        try (Connection connection = old.asOwner()) {
            old.run(new SpringLiquibase() {
                @Override
                protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
                    List<String> all = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                            .map(ChangeSet::getId).toList();
                    liquibase.update(all.indexOf(changeset), new Contexts(), new LabelExpression());
                }
            }, WHOLE, connection);
        }
        return old;
    }

    /** What the program must be told to work on this database, as a user would tell it. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", application.user(),
                "spring.datasource.password", application.password(),
                "spring.liquibase.user", owner.user(),
                "spring.liquibase.password", owner.password());
    }

    /** A connection that may do what migrations may: to set a scene that the application could not. */
    public Connection asOwner() throws SQLException {
        return signIn(owner);
    }

    public Connection asApplication() throws SQLException {
        return signIn(application);
    }

    /** Runs a changelog as the program runs its own at its start. */
    void migrate(String changeLog) throws SQLException, LiquibaseException {
        try (Connection connection = asOwner()) {
            run(new SpringLiquibase(), changeLog, connection);
        }
    }

    private void run(SpringLiquibase migration, String changeLog, Connection connection) throws LiquibaseException {
        migration.setDataSource(new SingleConnectionDataSource(connection, true));
        migration.setChangeLog(changeLog);
        migration.setChangeLogParameters(Map.of("appRole", application.user()));
        migration.setResourceLoader(new DefaultResourceLoader());
        migration.afterPropertiesSet();
    }

    private Connection signIn(Account account) throws SQLException {
        return DriverManager.getConnection(url, account.user(), account.password());
    }

    /** Started by the first who asks. */
    private static final class Shared {

        private static final EmbeddedServer server = EmbeddedServer.start(FOLDER, false);

        static {
            // after the contexts, which still have words for their database when they close
            SpringApplication.getShutdownHandlers().add(Shared::stop);
            make(TEMPLATE, "template0");
            try {
                at(TEMPLATE).migrate(WHOLE);
            } catch (SQLException | LiquibaseException failure) {
                throw new IllegalStateException("The changelog does not run", failure);
            }
        }

        static TestDatabase copy(String template) {
            String name = "test_" + copies.incrementAndGet();
            make(name, template);
            return at(name);
        }

        private static void make(String name, String template) {
            try (Connection connection = server.asSuperuser(); Statement statement = connection.createStatement()) {
                statement.execute("drop database if exists " + name + " with (force)");
                statement.execute("create database " + name + " template " + template + " owner " + server.owner().user());
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static TestDatabase at(String name) {
            return new TestDatabase(server.url(name), server.owner(), server.application());
        }

        private static void stop() {
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
