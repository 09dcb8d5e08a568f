package vn.coopfund.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed program leaves in its folder: a PostgreSQL that lives on, its children, an initdb at work, and the
 * file that names the server's process. Only to be called by who holds the folder.
 */
final class LeftBehind {

    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration GENTLY = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Path server;
    private final Path data;

    LeftBehind(DataFolder folder) {
        this.server = folder.server();
        this.data = folder.data();
    }

    /** Ends every process of this folder and waits for it; afterwards no postmaster.pid is there. */
    void end() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        namedBy(pidFile).filter(this::livesHere).ifPresent(this::shutDown);
        ProcessHandle.allProcesses().filter(this::livesHere).forEach(this::kill);
        if (Files.deleteIfExists(pidFile)) {
            log.info("Removed {}: the server it names does not run on this folder", pidFile);
        }
    }

    private static Optional<ProcessHandle> namedBy(Path pidFile) throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(pidFile).stream().findFirst().map(String::strip)
                    .map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** Runs out of this folder's binaries, or is another PostgreSQL that was pointed at this very data directory. */
    private boolean livesHere(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        Path command = info.command().map(Path::of).orElse(null);
        if (command == null || command.getFileName() == null) {
            return false;
        }
        return command.startsWith(server)
                || command.getFileName().toString().startsWith("postgres")
                && info.arguments().map(List::of).orElse(List.of()).contains(data.toString());
    }

    /** The server ends its sessions and writes its files; one that does not is killed and recovers from its log. */
    private void shutDown(ProcessHandle postmaster) {
        log.warn("PostgreSQL {} of an earlier run still lives on {}: ending it", postmaster.pid(), data);
        postmaster.destroy();
        if (!isGone(postmaster, GENTLY)) {
            kill(postmaster);
        }
    }

    private void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!isGone(process, AT_ONCE)) {
            throw DatabaseUnavailable.because("Process " + process.pid() + " still works on " + data + ".",
                    "End that process and start again.");
        }
    }

    private boolean isGone(ProcessHandle process, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (livesHere(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }
}
