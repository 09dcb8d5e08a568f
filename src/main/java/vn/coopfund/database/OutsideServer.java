package vn.coopfund.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/** A PostgreSQL that somebody else runs: looked at before the first migration. */
final class OutsideServer {

    private static final Logger log = LoggerFactory.getLogger(OutsideServer.class);
    private static final int OLDEST = 15;

    private final String url;

    OutsideServer(String url) {
        this.url = url;
    }

    /** Refuses what the program cannot run on; warns of what guards the books less. */
    void check(Account application, Account owner) {
        if (!StringUtils.hasText(application.user())) {
            throw DatabaseUnavailable.because("SPRING_DATASOURCE_URL is given without a user name.",
                    "Set SPRING_DATASOURCE_USERNAME to the role that the program signs in as.");
        }
        if (asks(application, "SPRING_DATASOURCE", "select rolsuper from pg_roles where rolname = current_user")) {
            log.warn("'{}' is a superuser: posted entries are guarded less. "
                    + "Let the program sign in as an ordinary role: SPRING_DATASOURCE_USERNAME.", application);
        }
        if (!StringUtils.hasText(owner.user()) || owner.user().equals(application.user())) {
            log.warn("'{}' owns the tables that it works on: posted entries are guarded less. "
                    + "Let another role own them: SPRING_LIQUIBASE_USER, SPRING_LIQUIBASE_PASSWORD.", application);
        } else if (!asks(owner, "SPRING_LIQUIBASE",
                "select has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create')")) {
            throw DatabaseUnavailable.because("'" + owner + "' may not create schemas and tables in " + url + ".",
                    "Let it own the database: alter database … owner to \"" + owner + "\".");
        }
    }

    private boolean asks(Account account, String variables, String question) {
        try (Connection connection = DriverManager.getConnection(url, account.user(), account.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw DatabaseUnavailable.because(url + " is PostgreSQL " + version + "; the program needs " + OLDEST
                        + " or later.", "Use a later server, or leave out SPRING_DATASOURCE_URL.");
            }
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException failure) {
            throw DatabaseUnavailable.because("No sign-in to " + url + " as '" + account + "': " + failure.getMessage(),
                    "Check that the server runs, SPRING_DATASOURCE_URL, and user and password of " + variables + "_….",
                    failure);
        }
    }
}
