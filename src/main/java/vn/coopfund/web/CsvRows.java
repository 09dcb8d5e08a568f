package vn.coopfund.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.coopfund.money.Dong;

/** Rows of comma-separated values (RFC 4180) in UTF-8; amounts are whole đồng without dots, dates are ISO. */
final class CsvRows implements Export.Rows {

    private final CSVPrinter printer;

    private CsvRows(CSVPrinter printer) {
        this.printer = printer;
    }

    static void write(OutputStream out, boolean marked, List<String> columns, Consumer<Export.Rows> rows)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (marked) {
            writer.write('\ufeff');
        }
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns);
        rows.accept(new CsvRows(printer));
        printer.flush();
    }

    @Override
    public void add(Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvRows::cell).toArray());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Object cell(Object value) {
        if (value instanceof MonetaryAmount amount) {
            return Dong.longOf(amount);
        }
        return value instanceof String text ? Export.plain(text) : value;
    }
}
