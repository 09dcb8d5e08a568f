package vn.coopfund.origination;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Refusal;

/** Dates with amounts as people type them, one a line: {@code 31/07/2027 200.000.000}. */
final class DatedAmounts {

    private static final Pattern LINE = Pattern.compile("(\\S+?)[\\s:;=]+([\\d., ]+?)\\s*(?:đ|đồng|VND)?");
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private DatedAmounts() {
    }

    /** The rows of a text that may be null; a line that cannot be read is a problem of that field. */
    static <T> List<T> read(String field, String text, BiFunction<LocalDate, Long, T> row, Refusal.Problems problems) {
        List<T> rows = new ArrayList<>();
        String[] lines = text == null ? new String[0] : text.strip().split("\\R");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                read(field, i + 1, lines[i].strip(), row, rows, problems);
            }
        }
        return rows;
    }

    private static <T> void read(String field, int number, String line, BiFunction<LocalDate, Long, T> row,
            List<T> rows, Refusal.Problems problems) {
        Matcher parts = LINE.matcher(line);
        try {
            if (!parts.matches()) {
                throw new IllegalArgumentException(line);
            }
            rows.add(row.apply(day(parts.group(1)), DongFormat.parse(parts.group(2))));
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            problems.add(field, "origination.rows.unreadable", number);
        }
    }

    private static LocalDate day(String text) {
        return text.contains("/") ? LocalDate.parse(text, TYPED) : LocalDate.parse(text);
    }
}
