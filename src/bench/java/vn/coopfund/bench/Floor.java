package vn.coopfund.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * Statements that ask nothing, one transaction a turn, as many as a database does a second: by pgbench where the machine
 * has it (or {@code PGBENCH} names it), else by plain JDBC. {@code :n} in a statement is a number that no other turn has.
 */
public final class Floor {

    private static final Pattern NUMBER = Pattern.compile(":n\\b");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final Pattern FAILED = Pattern.compile("aborted|ERROR");

    private final JdbcConnectionDetails database;
    private final String pgbench = System.getenv().getOrDefault("PGBENCH", "pgbench");

    public Floor(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** By what it measures. */
    public String name() {
        return hasPgbench() ? "pgbench" : "plain JDBC";
    }

    private boolean hasPgbench() {
        try {
            return new ProcessBuilder(pgbench, "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * Turns a second.
     *
     * @param first the numbers begin here; those of a client lie 1,000,500 above those of the client before
     * @param turns of each client
     */
    public long perSecond(int clients, int turns, long first, List<String> statements) throws Exception {
        return hasPgbench() ? byPgbench(clients, turns, first, statements) : byJdbc(clients, turns, first, statements);
    }

    private long byPgbench(int clients, int turns, long first, List<String> statements) throws Exception {
        Path script = Files.createTempFile("floor", ".sql");
        Path out = Files.createTempFile("floor", ".log");
        Files.writeString(script, "\\set i :i + 1\n\\set n " + first + " + :client_id * 1000500 + :i\nbegin;\n"
                + String.join(";\n", statements) + ";\ncommit;\n");
        Matcher url = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+)").matcher(database.getJdbcUrl());
        if (!url.find()) {
            throw new IllegalStateException(database.getJdbcUrl());
        }
        ProcessBuilder command = new ProcessBuilder(pgbench, "-n", "-M", "prepared", "-h", url.group(1), "-p", url.group(2),
                "-U", database.getUsername(), "-c", "" + clients, "-j", "" + Math.min(clients, 2), "-t", "" + turns,
                "-D", "i=-1", "-f", script.toString(), url.group(3)).redirectErrorStream(true).redirectOutput(out.toFile());
        command.environment().put("PGPASSWORD", database.getPassword());
        command.start().waitFor();
        String said = Files.readString(out);
        Files.delete(script);
        Files.delete(out);
        Matcher tps = TPS.matcher(said);
        if (!tps.find() || FAILED.matcher(said).find()) {
            throw new IllegalStateException(said);
        }
        return Math.round(Double.parseDouble(tps.group(1)));
    }

    private long byJdbc(int clients, int turns, long first, List<String> statements) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(clients);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                connections.add(DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
            }
            long began = System.nanoTime();
            CompletableFuture.allOf(IntStream.range(0, clients).mapToObj(client -> CompletableFuture.runAsync(() ->
                    byJdbc(connections.get(client), turns, first + client * 1_000_500L, statements), hands))
                    .toArray(CompletableFuture[]::new)).join();
            return clients * turns * 1_000_000_000L / (System.nanoTime() - began);
        } finally {
            hands.shutdown();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static void byJdbc(Connection connection, int turns, long first, List<String> statements) {
        try {
            connection.setAutoCommit(false);
            List<PreparedStatement> prepared = new ArrayList<>();
            for (String sql : statements) {
                prepared.add(connection.prepareStatement(NUMBER.matcher(sql).replaceAll("?")));
            }
            List<Long> numbers = statements.stream().map(sql -> NUMBER.matcher(sql).results().count()).toList();
            for (long n = first; n < first + turns; n++) {
                for (int i = 0; i < prepared.size(); i++) {
                    for (int place = 1; place <= numbers.get(i); place++) {
                        prepared.get(i).setLong(place, n);
                    }
                    prepared.get(i).execute();
                }
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
