package vn.coopfund.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A password that nobody chose: drawn once, kept in a file that only the system account of the program reads. */
final class Secret {

    private static final int BYTES = 32;

    private Secret() {
    }

    /** What the file says; a missing file is written first, whole or not at all. */
    static String in(Path file) throws IOException {
        if (Files.notExists(file)) {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.writeString(Files.createFile(draft, readableByOwnerOnly("rw-------")), draw());
            Files.move(draft, file, ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** Windows keeps a home directory private by its own means. */
    static FileAttribute<?>[] readableByOwnerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    /** Letters, digits, "-" and "_": safe inside SQL quotes. */
    private static String draw() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
