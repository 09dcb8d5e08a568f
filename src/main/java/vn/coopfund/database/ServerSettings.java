package vn.coopfund.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** How the embedded server is set. */
final class ServerSettings {

    /** On, or people's data is lost with the power. The library that starts the server turns them off by default. */
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private ServerSettings() {
    }

    /** Frugal, on this machine only, and with the server's words in a week of files that show no row's content. */
    static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("listen_addresses", "localhost"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "../log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_rotation_size", "0"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_error_verbosity", "terse"));

    /** Passwords over the network card's loop only; nobody is trusted for being on this machine. */
    static final String ADMISSION = """
            # written at every start
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    static void setDurable(Map<String, String> settings, boolean durable) {
        DURABLE.forEach(setting -> settings.put(setting, durable ? "on" : "off"));
    }

    /** Asks the running server: what was asked for on the way in is not proof. */
    static void assertDurable(Connection server) throws SQLException {
        for (String setting : DURABLE) {
            try (Statement statement = server.createStatement(); ResultSet shown = statement.executeQuery("show " + setting)) {
                shown.next();
                if (!"on".equals(shown.getString(1))) {
                    throw new IllegalStateException(setting + " is " + shown.getString(1) + " on the embedded server");
                }
            }
        }
    }
}
