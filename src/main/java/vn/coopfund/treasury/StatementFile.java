package vn.coopfund.treasury;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import vn.coopfund.web.Refusal;

/** The rows of a file as a bank writes it, one after the other: any number of them in little memory. */
final class StatementFile {

    /** 20 MB. */
    static final int LARGEST = 20 * 1024 * 1024;
    private static final long LARGEST_UNPACKED = 400L * 1024 * 1024;
    private static final int MOST_COLUMNS = 100;
    private static final String DELIMITERS = ",;\t|";

    /** What the file is, by its content. */
    enum Kind { CSV, XLSX }

    /** Takes the rows; false when it has seen enough. */
    interface RowReader {
        boolean read(SheetRow row);
    }

    private StatementFile() {
    }

    /** @throws Refusal at the field {@code file} for what is neither */
    static Kind kindOf(byte[] content) {
        if (content.length == 0) {
            throw Refusal.invalid("file", "treasury.refused.file-empty");
        }
        if (content.length > LARGEST) {
            throw Refusal.invalid("file", "treasury.refused.file-large");
        }
        if (ReadableWorkbook.isOOXMLZipHeader(content)) {
            refuseBomb(content);
            return Kind.XLSX;
        }
        boolean binary = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1).indexOf(0) >= 0
                && marked(content) == null;
        if (binary || ReadableWorkbook.isOLE2Header(content)) {
            throw Refusal.invalid("file", "treasury.refused.file-type");
        }
        return Kind.CSV;
    }

    private static void refuseBomb(byte[] content) {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            throw Refusal.invalid("file", "treasury.refused.file-large");
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw Refusal.invalid("file", "treasury.refused.file-unreadable");
        }
    }

    /** @throws Refusal at the field {@code file} when it breaks off or cannot be read */
    static void read(Kind kind, byte[] content, Charset encoding, int headerRow, RowReader reader) {
        try {
            if (kind == Kind.XLSX) {
                readWorkbook(content, reader);
            } else {
                readText(content, encoding, headerRow, reader);
            }
        } catch (IOException | UncheckedIOException | org.dhatim.fastexcel.reader.ExcelReaderException broken) {
            throw Refusal.invalid("file", "treasury.refused.file-unreadable");
        }
    }

    private static void readWorkbook(byte[] content, RowReader reader) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            Iterator<Row> all = rows.iterator();
            boolean more = true;
            while (more && all.hasNext()) {
                Row row = all.next();
                List<SheetCell> cells = new ArrayList<>();
                for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
                    cells.add(cell(row.getCell(column)));
                }
                more = reader.read(new SheetRow(row.getRowNum(), cells));
            }
        }
    }

    private static SheetCell cell(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return SheetCell.EMPTY;
        }
        if (cell.getType() == CellType.NUMBER) {
            return new SheetCell(cell.asNumber().toPlainString(), cell.asNumber());
        }
        return SheetCell.of(cell.getText());
    }

    private static void readText(byte[] content, Charset encoding, int headerRow, RowReader reader) throws IOException {
        Charset own = marked(content);
        Charset used = own == null ? encoding : own;
        char delimiter = delimiter(content, used, headerRow);
        try (Reader text = new InputStreamReader(unmarked(content, own), used)) {
            Iterator<CSVRecord> rows = format(delimiter).parse(text).iterator();
            boolean more = true;
            while (more && rows.hasNext()) {
                CSVRecord row = rows.next();
                more = reader.read(new SheetRow((int) row.getRecordNumber(),
                        row.stream().limit(MOST_COLUMNS).map(SheetCell::of).toList()));
            }
        } catch (IllegalStateException malformed) {
            throw new IOException(malformed);
        }
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).setLenientEof(true)
                .setTrailingData(true).get();
    }

    /** What parts the heading row, or one of the first fifty, into the most columns. */
    private static char delimiter(byte[] content, Charset encoding, int headerRow) throws IOException {
        char best = ',';
        int most = 1;
        for (char one : DELIMITERS.toCharArray()) {
            try (Reader text = new InputStreamReader(unmarked(content, marked(content)), encoding)) {
                Iterator<CSVRecord> rows = format(one).parse(text).iterator();
                int columns = 0;
                for (int row = 0; row < Math.max(50, headerRow) && rows.hasNext(); row++) {
                    columns = Math.max(columns, rows.next().size());
                }
                if (columns > most) {
                    most = columns;
                    best = one;
                }
            } catch (IllegalStateException | UncheckedIOException notThis) {
                continue;
            }
        }
        return best;
    }

    /** The encoding that the file itself names by its first bytes. */
    private static Charset marked(byte[] content) {
        if (content.length >= 3 && (content[0] & 0xFF) == 0xEF && (content[1] & 0xFF) == 0xBB && (content[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return content.length >= 2 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF
                ? StandardCharsets.UTF_16BE : null;
    }

    private static InputStream unmarked(byte[] content, Charset own) throws IOException {
        InputStream in = new BufferedInputStream(new ByteArrayInputStream(content));
        in.skipNBytes(own == null ? 0 : own == StandardCharsets.UTF_8 ? 3 : 2);
        return in;
    }
}
