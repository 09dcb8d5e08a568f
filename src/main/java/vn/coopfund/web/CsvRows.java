package vn.coopfund.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/** Rows of comma-separated values (RFC 4180) in UTF-8; amounts are whole đồng without dots, dates are ISO. */
final class CsvRows implements Export.Rows {

    private final FileBytes bytes;

    private CsvRows(FileBytes bytes) {
        this.bytes = bytes;
    }

    static void write(OutputStream out, boolean marked, List<String> columns, Consumer<Export.Rows> rows)
            throws IOException {
        FileBytes bytes = new FileBytes(out);
        if (marked) {
            bytes.character("\ufeff", 0);
        }
        CsvRows file = new CsvRows(bytes);
        for (int i = 0; i < columns.size(); i++) {
            file.separate(i);
            file.text(columns.get(i));
        }
        bytes.ascii("\r\n");
        rows.accept(file);
        bytes.flush();
    }

    @Override
    public void add(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            separate(i);
            cell(cells[i]);
        }
        bytes.ascii("\r\n");
    }

    private void separate(int place) {
        if (place > 0) {
            bytes.ascii(',');
        }
    }

    private void cell(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            bytes.number(((Number) value).longValue());
        } else if (value instanceof MonetaryAmount amount) {
            bytes.number(Dong.longOf(amount));
        } else if (value instanceof LocalDate day) {
            bytes.day(day);
        } else if (value instanceof String text) {
            text(plain(text));
        } else if (value != null) {
            text(value.toString());
        }
    }

    private void text(String text) {
        boolean quoted = needsQuotes(text);
        if (quoted) {
            bytes.ascii('"');
        }
        for (int place = 0; place < text.length();) {
            if (text.charAt(place) == '"') {
                bytes.ascii('"');
            }
            place = bytes.character(text, place);
        }
        if (quoted) {
            bytes.ascii('"');
        }
    }

    private static boolean needsQuotes(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character == ',' || character == '"' || character == '\n' || character == '\r') {
                return true;
            }
        }
        return text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
    }

    /** Spreadsheets run a text that begins like a formula: an apostrophe before it keeps it a text. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
