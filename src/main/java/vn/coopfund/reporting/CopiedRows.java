package vn.coopfund.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The rows of a question by {@code COPY … TO STDOUT}: one at a time however many there are, while the database goes on with
 * the next, and by its parallel plans, which it does not use behind a cursor. COPY takes no parameters: they are written
 * into it as quoted values.
 */
final class CopiedRows {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");

    private CopiedRows() {
    }

    /**
     * The reader must ask nothing else of the connection meanwhile. Where it throws, the rest is received all the same: a
     * connection whose COPY is cancelled half way answers later questions with what was meant for this one.
     */
    static void each(JdbcOperations jdbc, String sql, Map<String, Object> parameters, Consumer<CopiedRow> reader) {
        jdbc.execute((Connection connection) -> {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            CopyOut copy = postgres.getCopyAPI().copyOut("copy (" + written(sql, parameters, postgres) + ") to stdout");
            RuntimeException stopped = null;
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                if (stopped == null) {
                    stopped = read(reader, new CopiedRow(line));
                }
            }
            if (stopped != null) {
                throw stopped;
            }
            return null;
        });
    }

    /** What the reader threw; null where it did not. */
    private static RuntimeException read(Consumer<CopiedRow> reader, CopiedRow row) {
        try {
            reader.accept(row);
            return null;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private static String written(String sql, Map<String, Object> parameters, PGConnection postgres) throws SQLException {
        StringBuilder written = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(sql);
        while (parameter.find()) {
            if (!parameters.containsKey(parameter.group(1))) {
                throw new IllegalArgumentException("nobody says what " + parameter.group() + " is");
            }
            parameter.appendReplacement(written, Matcher.quoteReplacement(quoted(parameters.get(parameter.group(1)), postgres)));
        }
        return parameter.appendTail(written).toString();
    }

    private static String quoted(Object value, PGConnection postgres) throws SQLException {
        if (value == null || value instanceof Long || value instanceof Boolean) {
            return String.valueOf(value);
        }
        return value instanceof LocalDate day ? "date '" + day + "'" : "'" + postgres.escapeLiteral((String) value) + "'";
    }
}
