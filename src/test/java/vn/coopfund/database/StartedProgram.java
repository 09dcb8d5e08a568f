package vn.coopfund.database;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as a process of its own, as a user starts it: its folder, its port, its 512 MB. */
final class StartedProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** So early in the fund's life that its story is short. */
    private static final String EARLY = "2021-08-01";
    private static final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path data;
    private final Path log;
    private final int port;
    private final Process process;

    private StartedProgram(Path data, Path log, int port, Process process) {
        this.data = data;
        this.log = log;
        this.port = port;
        this.process = process;
    }

    static StartedProgram on(Path data) throws IOException {
        return on(data, false);
    }

    static StartedProgram withDemonstrationOn(Path data) throws IOException {
        return on(data, true);
    }

    /** On a database that is there already. */
    static StartedProgram on(Path data, TestDatabase database) throws IOException {
        Map<String, String> settings = new HashMap<>();
        database.properties().forEach((name, value) -> settings.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return start(data, settings);
    }

    private static StartedProgram on(Path data, boolean demonstration) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of("COOPFUND_DEMO", String.valueOf(demonstration)));
        if (demonstration) {
            settings.put("COOPFUND_BUSINESS_DATE", EARLY);
        }
        return start(data, settings);
    }

    private static StartedProgram start(Path data, Map<String, String> settings) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "started-programs")), "", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "vn.coopfund.CoopfundApplication");
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("COOPFUND_"));
        builder.environment().put("CLASSPATH", classpath());
        builder.environment().put("COOPFUND_DATA", data.toString());
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        return new StartedProgram(data, log, port,
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    /** Without empty entries: one would put the working directory on the path, and every changelog there twice. */
    private static String classpath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty()).collect(joining(File.pathSeparator));
    }

    StartedProgram awaitUp() {
        await("UP, see " + log).atMost(PATIENCE).pollInterval(GLANCE).failFast("it ended: " + log, () -> !process.isAlive())
                .until(() -> health().filter("{\"status\":\"UP\"}"::equals).isPresent());
        return this;
    }

    /** What {@code GET} answers a stranger now. */
    int status(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.discarding()).statusCode();
    }

    private Optional<String> health() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5)).build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /** What it said until it ended by itself. */
    String awaitEnd() throws Exception {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs: " + log);
        }
        return Files.readString(log);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGKILL to the program, then to its server. */
    void killWithDatabase() throws Exception {
        long server = postmaster().orElseThrow();
        kill();
        ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** SIGTERM. */
    void stop() throws Exception {
        process.destroy();
        awaitEnd();
    }

    /** Runs or not, what the folder says of its server. */
    Optional<Long> postmaster() throws IOException {
        return pidFile().map(lines -> Long.valueOf(lines.get(0).strip()));
    }

    /** As the tables' owner, with the secret of the folder. */
    Connection asOwner() throws Exception {
        return signIn(Account.OWNER, EmbeddedServer.DATABASE);
    }

    Connection signIn(String user, String database) throws IOException, SQLException {
        String url = "jdbc:postgresql://localhost:" + pidFile().orElseThrow().get(3).strip() + "/" + database;
        return DriverManager.getConnection(url, user, Files.readString(data.resolve("secrets").resolve(user)));
    }

    private Optional<List<String>> pidFile() throws IOException {
        Path file = data.resolve("postgres/data/postmaster.pid");
        return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            stop();
        }
    }
}
