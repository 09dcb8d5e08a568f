package vn.coopfund.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.NestedExceptionUtils;

/** The program's own PostgreSQL: it starts with the program, on the program's folder, and ends with it. */
final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "coopfund";

    private static final String MAJOR_VERSION = "17";
    /** Enough to recover from a crash on a slow disk. */
    private static final Duration START_WITHIN = Duration.ofMinutes(2);

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final Account superuser;
    private final Account owner;
    private final Account application;

    private EmbeddedServer(DataFolder folder, boolean durable) throws IOException, SQLException {
        this.folder = folder;
        new LeftBehind(folder).end();
        folder.prepare(MAJOR_VERSION);
        superuser = folder.account(Account.SUPERUSER);
        owner = folder.account(Account.OWNER);
        application = folder.account(Account.APPLICATION);
        postgres = launch(durable);
        folder.markFinished();
        try (Connection connection = asSuperuser()) {
            if (durable) {
                ServerSettings.assertDurable(connection);
            }
            new Roles(connection).signIn(owner).signIn(application).database(DATABASE, owner);
        }
    }

    /** @param durable false only where nobody's data is at stake: in tests */
    static EmbeddedServer start(Path wanted, boolean durable) {
        try {
            DataFolder folder = DataFolder.take(wanted);
            try {
                return new EmbeddedServer(folder, durable);
            } catch (Exception | ExceptionInInitializerError failure) {
                new LeftBehind(folder).end();
                folder.close();
                throw failure;
            }
        } catch (DatabaseUnavailable plain) {
            throw plain;
        } catch (Exception | ExceptionInInitializerError failure) {
            throw DatabaseUnavailable.because("The embedded PostgreSQL does not start on " + wanted + ": "
                    + NestedExceptionUtils.getMostSpecificCause(failure).getMessage(),
                    "See its own words in " + wanted.resolve("postgres").resolve("log") + ".", failure);
        }
    }

    private EmbeddedPostgres launch(boolean durable) throws IOException {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw DatabaseUnavailable.because("PostgreSQL does not run as root, and this system lets nobody step down.",
                    "Start the program as an ordinary user, or name a server by SPRING_DATASOURCE_URL.");
        }
        // the library deletes what it thinks stale below this folder: it must never be ours
        System.clearProperty("ot.epg.working-dir");
        Map<String, String> settings = new HashMap<>(ServerSettings.COMMON);
        ServerSettings.setDurable(settings, durable);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.appendTo(folder.startLog()))
                .setPGStartupWait(START_WITHIN)
                .setDataDirectoryCustomizer(EmbeddedServer::admitByPasswordOnly)
                .setConnectConfig("password", superuser.password())
                .setLocaleConfig("pwfile", folder.secretOf(Account.SUPERUSER).toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    private static void admitByPasswordOnly(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), ServerSettings.ADMISSION);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Connection asSuperuser() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    Account owner() {
        return owner;
    }

    Account application() {
        return application;
    }

    /** After everybody who talks to it; the folder is free for the next program only then. */
    @Override
    public void close() throws IOException {
        postgres.close();
        new LeftBehind(folder).end();
        folder.close();
    }
}
