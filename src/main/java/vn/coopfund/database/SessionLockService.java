package vn.coopfund.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;

/**
 * Liquibase's lock as a lock of the database session: it ends with the migration, however that ends. The row that
 * Liquibase writes otherwise outlives a killed program, and the next start waits five minutes for it.
 *
 * <p>Public because Liquibase finds and makes it by {@link java.util.ServiceLoader}.
 */
public final class SessionLockService implements LockService {

    /** Any number, but the same in every version of the program. */
    private static final long KEY = 0x636f6f7066756e64L;

    private Duration patience = Duration.ofMinutes(5);
    private Database database;
    private boolean held;

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE + 1;
    }

    @Override
    public boolean supports(Database candidate) {
        return candidate instanceof PostgresDatabase && candidate.getConnection() instanceof JdbcConnection;
    }

    @Override
    public void setDatabase(Database database) {
        this.database = database;
    }

    @Override
    public void waitForLock() throws LockException {
        if (!held) {
            query("select pg_advisory_lock(" + KEY + ")");
            held = true;
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        held = held || query("select pg_try_advisory_lock(" + KEY + ")");
        return held;
    }

    @Override
    public void releaseLock() throws LockException {
        if (held) {
            query("select pg_advisory_unlock(" + KEY + ")");
            held = false;
        }
    }

    /** The first column, where it is a Boolean. A migration that failed is rolled back first. */
    private boolean query(String sql) throws LockException {
        Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        try (Statement statement = connection.createStatement()) {
            database.rollback();
            statement.setQueryTimeout((int) patience.toSeconds());
            try (ResultSet row = statement.executeQuery(sql)) {
                boolean answer = row.next() && "t".equals(row.getString(1));
                database.commit();
                return answer;
            }
        } catch (SQLException | liquibase.exception.DatabaseException failure) {
            throw new LockException("Another program migrates this database, or the connection failed", failure);
        }
    }

    @Override
    public boolean hasChangeLogLock() {
        return held;
    }

    @Override
    public void setChangeLogLockWaitTime(long minutes) {
        patience = Duration.ofMinutes(minutes);
    }

    @Override
    public void setChangeLogLockRecheckTime(long seconds) {
        // the database wakes who waits
    }

    /** A lock that dies with its session has no list worth showing. */
    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    @Override
    public void forceReleaseLock() throws LockException {
        releaseLock();
    }

    @Override
    public void reset() {
        held = false;
    }

    @Override
    public void init() {
        // no table is needed
    }

    @Override
    public void destroy() {
        held = false;
    }
}
