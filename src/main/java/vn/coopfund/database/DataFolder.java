package vn.coopfund.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the embedded database, held by one program at a time:
 * {@code lock}, {@code secrets/} and {@code postgres/} with {@code binaries/}, {@code data/} and {@code log/}.
 */
final class DataFolder implements AutoCloseable {

    private static final long FIRST_OF_SOMEBODY = 16384;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder for this program, making it if need be; refused while another program has it. */
    static DataFolder take(Path wanted) throws IOException {
        Files.createDirectories(wanted.toAbsolutePath(), Secret.readableByOwnerOnly("rwx------"));
        Path folder = wanted.toRealPath();
        FileChannel lock = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            if (lock.tryLock() != null) {
                return new DataFolder(folder, lock);
            }
        } catch (OverlappingFileLockException heldInThisVirtualMachine) {
            // answered below, as when another program holds it
        }
        lock.close();
        throw DatabaseUnavailable.because("The program is already running on the folder " + folder + ".",
                "Use the one that runs, or stop it first, or set COOPFUND_DATA to another folder.");
    }

    /** The password of one of the server's accounts. */
    Account account(String user) throws IOException {
        Files.createDirectories(folder.resolve("secrets"), Secret.readableByOwnerOnly("rwx------"));
        return new Account(user, Secret.in(secretOf(user)));
    }

    Path secretOf(String user) {
        return folder.resolve("secrets").resolve(user);
    }

    Path server() {
        return folder.resolve("postgres");
    }

    /** A folder deeper than ours: the library lets everybody write here, and nobody else may enter the one above. */
    Path binaries() {
        return server().resolve("binaries");
    }

    Path data() {
        return server().resolve("data");
    }

    /** What the server says while it runs goes to this folder, what it says while it starts to this file there. */
    File startLog() {
        return server().resolve("log").resolve("start.log").toFile();
    }

    /**
     * Clears away what a first start left when it was killed: half-unpacked binaries, and a data directory that was
     * never finished and so holds nothing of anybody. Marks a new data directory as unfinished.
     */
    void prepare(String majorVersion) throws IOException {
        Files.createDirectories(startLog().toPath().getParent(), Secret.readableByOwnerOnly("rwx------"));
        Files.deleteIfExists(startLog().toPath());
        Files.createDirectories(binaries());
        try (Stream<Path> unpacked = Files.list(binaries())) {
            for (Path version : unpacked.toList()) {
                keepOnlyIfWhole(version);
            }
        }
        if (Files.exists(unfinished()) && !holdsSomebodysDatabase()) {
            FileSystemUtils.deleteRecursively(data());
        }
        if (isEmpty(data())) {
            Files.writeString(unfinished(), "initdb has not finished; the data directory is made anew at the next start\n");
        } else {
            checkIsOf(majorVersion);
        }
    }

    /** A backup put back over an unfinished folder is not ours to delete: what initdb makes has smaller numbers. */
    private boolean holdsSomebodysDatabase() throws IOException {
        Path base = data().resolve("base");
        if (Files.notExists(base)) {
            return false;
        }
        try (Stream<Path> databases = Files.list(base)) {
            return databases.map(database -> database.getFileName().toString())
                    .anyMatch(number -> number.matches("\\d{5,}") && Long.parseLong(number) >= FIRST_OF_SOMEBODY);
        }
    }

    private void checkIsOf(String majorVersion) throws IOException {
        Path version = data().resolve("PG_VERSION");
        if (Files.notExists(version)) {
            throw DatabaseUnavailable.because("The folder " + data() + " holds files but no database.",
                    "Put the database back whole from a backup, or set COOPFUND_DATA to another folder.");
        }
        if (Files.notExists(secretOf(Account.SUPERUSER))) {
            throw DatabaseUnavailable.because("The secrets of the database in " + folder + " are missing.",
                    "Put the folder back whole from a backup, or set COOPFUND_DATA to another folder.");
        }
        if (!Files.readString(version).strip().equals(majorVersion)) {
            throw DatabaseUnavailable.because("The database in " + data() + " is of PostgreSQL "
                    + Files.readString(version).strip() + "; this program brings PostgreSQL " + majorVersion + ".",
                    "Start the version of the program that made it, or set COOPFUND_DATA to another folder.");
        }
    }

    /** From now on the data directory is somebody's. */
    void markFinished() throws IOException {
        Files.deleteIfExists(unfinished());
    }

    private Path unfinished() {
        return server().resolve("unfinished");
    }

    /** The unpacker takes its own mark for stale when it is older than its neighbours, as after a copy of the folder. */
    private static void keepOnlyIfWhole(Path version) throws IOException {
        Path whole = version.resolve(".exists");
        if (Files.exists(whole)) {
            // made again, so that it is young: a kill in between only has the binaries unpacked once more
            Files.delete(whole);
            Files.createFile(whole);
        } else {
            FileSystemUtils.deleteRecursively(version);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
