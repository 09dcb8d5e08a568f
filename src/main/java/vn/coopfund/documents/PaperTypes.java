package vn.coopfund.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Tells a file's type by its first bytes and, for office files, by what is packed inside; its name does not count. */
final class PaperTypes {

    private static final Tika TIKA = new Tika();
    private static final int PDF_TAIL = 4096;

    private PaperTypes() {
    }

    /** Empty for anything that a case does not take: programs, pages, archives, office files with macros. */
    static Optional<PaperType> detect(byte[] bytes) {
        String contentType = TIKA.detect(bytes);
        return switch (contentType) {
            case "application/pdf" -> endsAsPdf(bytes) ? Optional.of(PaperType.PDF) : Optional.empty();
            case "application/zip", "application/x-tika-ooxml" -> officeFile(bytes);
            default -> PaperType.ofContentType(contentType);
        };
    }

    /** A PDF is read from its end: without the mark there it is something else that only begins like one. */
    private static boolean endsAsPdf(byte[] bytes) {
        int from = Math.max(0, bytes.length - PDF_TAIL);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static Optional<PaperType> officeFile(byte[] bytes) {
        try {
            Path file = Files.createTempFile("coopfund-", ".zip");
            try {
                Files.write(file, bytes);
                return officeFile(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    /** Reads the directory of the archive alone: nothing is unpacked, so nothing can blow up. */
    private static Optional<PaperType> officeFile(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean office = zip.getEntry("[Content_Types].xml") != null
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
            if (office && zip.getEntry("word/document.xml") != null) {
                return Optional.of(PaperType.DOCX);
            }
            return office && zip.getEntry("xl/workbook.xml") != null ? Optional.of(PaperType.XLSX) : Optional.empty();
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }
}
