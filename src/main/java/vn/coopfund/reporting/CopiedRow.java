package vn.coopfund.reporting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A row as PostgreSQL's {@code COPY … TO STDOUT} sends it in its text form: cells behind one another with a tab between,
 * {@code \N} for null, a backslash before what would be taken for something else.
 */
final class CopiedRow {

    private final byte[] line;
    private int at;

    CopiedRow(byte[] line) {
        this.line = line;
    }

    /** The next cell. */
    Object next(Column.Kind kind) {
        int from = at;
        boolean plain = true;
        while (at < line.length && line[at] != '\t' && line[at] != '\n') {
            plain &= line[at++] != '\\';
        }
        int to = at++;
        if (to - from == 2 && line[from] == '\\' && line[from + 1] == 'N') {
            return null;
        }
        return switch (kind) {
            case DONG, COUNT -> number(from, to);
            case DAY -> LocalDate.of((int) number(from, from + 4), (int) number(from + 5, from + 7), (int) number(from + 8, to));
            case PERCENT -> new BigDecimal(text(from, to)).stripTrailingZeros();
            default -> plain ? text(from, to) : unescaped(text(from, to));
        };
    }

    private long number(int from, int to) {
        boolean negative = line[from] == '-';
        long number = 0;
        for (int place = negative ? from + 1 : from; place < to; place++) {
            number = Math.addExact(Math.multiplyExact(number, 10L), line[place] - '0');
        }
        return negative ? -number : number;
    }

    private String text(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            plain.append(character != '\\' ? character : switch (text.charAt(++place)) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'v' -> '\u000b';
                default -> text.charAt(place);
            });
        }
        return plain.toString();
    }
}
