package vn.coopfund.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The data source of tests. It does nothing of its own until a thread has its work watched: then each statement and each
 * commit is counted, and before the one that was chosen the server ends the connection, as when the power goes. Right
 * after a commit it is the answer that is lost: all is written, and the program does not know.
 */
public final class FrailDataSource extends DelegatingDataSource {

    private static final Set<String> RUNS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch",
            "executeLargeUpdate", "executeLargeBatch");
    private static final List<String> QUIET = List.of("com.zaxxer.hikari.pool.ProxyConnection",
            "org.hibernate.engine.jdbc.spi.SqlExceptionHelper", "org.camunda.bpm.engine.context",
            "org.springframework.transaction.interceptor.TransactionInterceptor",
            "org.springframework.transaction.support.TransactionTemplate");
    private static final int PATIENCE_MILLIS = 5000;

    private final ThreadLocal<Watch> watched = new ThreadLocal<>();

    public FrailDataSource(DataSource target) {
        super(target);
        // a connection that is broken on purpose is not worth a page of the log
        QUIET.forEach(log -> LoggingSystem.get(getClass().getClassLoader()).setLogLevel(log, LogLevel.OFF));
    }

    /** What was seen of a thread's work. */
    public static final class Watch {

        private final int breaksAt;
        private int moments;
        private boolean broke;

        private Watch(int breaksAt) {
            this.breaksAt = breaksAt;
        }

        /** How many moments there were at which it could have broken: one a statement, two a commit. */
        public int moments() {
            return moments;
        }

        public boolean broke() {
            return broke;
        }

        private boolean now() {
            moments++;
            broke |= moments == breaksAt;
            return moments == breaksAt;
        }
    }

    /** Has the work of this thread watched, and broken at that moment of it; 0 only watches. */
    public Watch watch(int breaksAt, Runnable work) {
        Watch watch = new Watch(breaksAt);
        watched.set(watch);
        try {
            work.run();
        } finally {
            watched.remove();
        }
        return watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Watch watch = watched.get();
        return watch == null ? connection : proxy(Connection.class, connection, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                breakIf(watch, connection);
                call(connection, method, arguments);
                if (watch.now()) {
                    throw new SQLException("the answer to the commit was lost", "08006");
                }
                return null;
            }
            Object made = call(connection, method, arguments);
            return made instanceof Statement statement ? watched(watch, connection, statement) : made;
        });
    }

    private Object watched(Watch watch, Connection connection, Statement statement) {
        Class<? extends Statement> type = statement instanceof CallableStatement ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, statement, (method, arguments) -> {
            if (RUNS.contains(method.getName())) {
                breakIf(watch, connection);
            }
            return call(statement, method, arguments);
        });
    }

    private void breakIf(Watch watch, Connection connection) throws SQLException {
        if (watch.now()) {
            int server = connection.unwrap(PGConnection.class).getBackendPID();
            try (Connection other = super.getConnection();
                    PreparedStatement end = other.prepareStatement("select pg_terminate_backend(?, ?)")) {
                end.setInt(1, server);
                end.setInt(2, PATIENCE_MILLIS);
                end.execute();
            }
        }
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Object target, Answer answer) {
        InvocationHandler handler = (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                ? call(target, method, arguments) : answer.to(method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader() == null ? FrailDataSource.class.getClassLoader()
                : type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof SQLException told) {
                throw told;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whoever asks for what lies behind gets it, as if nothing stood in between. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(getTargetDataSource()) ? type.cast(getTargetDataSource()) : getTargetDataSource().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(getTargetDataSource()) || getTargetDataSource().isWrapperFor(type);
    }
}
