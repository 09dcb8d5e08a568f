package vn.coopfund.treasury;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.coopfund.web.Refusal;

/**
 * How a bank writes its statements. Columns are named by their headings, so that a bank which moves one is no matter and
 * one which renames it is refused with a word.
 *
 * @param headerRow where the headings are expected; else they are looked for in the first hundred rows
 * @param credit    money in; the same heading as {@code debit} for one signed column
 * @param balance   null where the statement has none
 * @param reference null where the statement has none
 */
public record ColumnMapping(String name, int headerRow, String date, String credit, String debit, String balance,
        String content, String reference, String datePattern, String decimalMark, String thousandMark, String encoding) {

    public static final List<String> DATE_PATTERNS =
            List.of("d/M/uuuu", "uuuu-M-d", "d-M-uuuu", "M/d/uuuu", "d.M.uuuu", "uuuuMMdd");
    private static final Map<String, DateTimeFormatter> FORMATS = DATE_PATTERNS.stream().collect(Collectors.toMap(
            Function.identity(), pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT)));
    public static final List<String> ENCODINGS = List.of("UTF-8", "windows-1258", "UTF-16LE");
    private static final int LONGEST = 200;

    public ColumnMapping {
        name = clean(name);
        date = clean(date);
        credit = clean(credit);
        debit = clean(debit);
        balance = clean(balance);
        content = clean(content);
        reference = clean(reference);
        thousandMark = thousandMark == null ? "" : thousandMark;
    }

    private static String clean(String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }

    void refuseWrong() {
        new Refusal.Problems()
                .addIf(name == null, "name", "treasury.refused.mapping-name")
                .addIf(headerRow < 1 || headerRow > 1000, "headerRow", "treasury.refused.header-row")
                .addIf(date == null, "date", "treasury.refused.column")
                .addIf(credit == null, "credit", "treasury.refused.column")
                .addIf(debit == null, "debit", "treasury.refused.column")
                .addIf(content == null, "content", "treasury.refused.column")
                .addIf(Stream.of(name, date, credit, debit, balance, content, reference).filter(Objects::nonNull)
                        .anyMatch(one -> one.length() > LONGEST), "name", "treasury.refused.long", LONGEST)
                .addIf(!isOneOf(DATE_PATTERNS, datePattern), "datePattern", "treasury.refused.choose")
                .addIf(!isOneOf(List.of(",", "."), decimalMark), "decimalMark", "treasury.refused.choose")
                .addIf(!List.of("", ",", ".", " ", "'").contains(thousandMark), "thousandMark", "treasury.refused.choose")
                .addIf(Objects.equals(decimalMark, thousandMark), "thousandMark", "treasury.refused.marks")
                .addIf(!isOneOf(ENCODINGS, encoding), "encoding", "treasury.refused.choose")
                .refuseIfAny();
    }

    private static boolean isOneOf(List<String> choices, String chosen) {
        return chosen != null && choices.contains(chosen);
    }

    /** The headings that have to be there. */
    public List<String> headings() {
        return Stream.of(date, credit, debit, balance, content, reference).filter(Objects::nonNull).distinct().toList();
    }

    /** What stands in a cell under a heading, as this bank writes it. */
    String text(String heading, SheetCell cell) {
        if (cell.number() == null) {
            return cell.text();
        }
        LocalDate day = heading.equals(date) ? day(cell) : null;
        return day != null ? written(day) : cell.text().replace(".", decimalMark);
    }

    /** A line as this bank would write it, under {@link #headings()}. */
    List<String> cells(BankLine line) {
        return headings().stream().map(heading -> heading.equals(date) ? written(line.paidOn())
                : heading.equals(credit) && (signed() || line.amount() > 0) ? String.valueOf(line.amount())
                : heading.equals(debit) && line.amount() < 0 ? String.valueOf(-line.amount())
                : heading.equals(balance) && line.balance() != null ? line.balance().toString()
                : heading.equals(content) ? line.content()
                : heading.equals(reference) && line.reference() != null ? line.reference() : "").toList();
    }

    boolean signed() {
        return credit.equals(debit);
    }

    Charset charset() {
        return Charset.forName(encoding);
    }

    /** What a day looks like in this bank's files. */
    String written(LocalDate day) {
        return FORMATS.get(datePattern).format(day);
    }

    /** The day of a cell, the time behind it left out; null where there is none. */
    LocalDate day(SheetCell cell) {
        if (cell.number() != null && !datePattern.equals("uuuuMMdd")) {
            long serial = cell.number().longValue();
            return serial < 1 || serial > 110_000 ? null : LocalDate.of(1899, 12, 30).plusDays(serial);
        }
        String text = cell.text().replaceFirst("[ T]+\\d{1,2}[:h]\\d{2}.*$", "").strip();
        try {
            LocalDate day = LocalDate.parse(text, FORMATS.get(datePattern));
            return day.getYear() < 1900 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /**
     * Whole đồng of a cell, 0 where it is empty.
     *
     * @throws NumberFormatException if it is no number, has a fraction of a đồng or does not fit
     */
    long amount(SheetCell cell) {
        try {
            if (cell.number() != null) {
                return cell.number().stripTrailingZeros().longValueExact();
            }
            String text = cell.text().replaceAll("(?i)\\s*(VND|đ|₫)$", "").replace("\u00a0", " ").strip();
            if (text.isEmpty() || text.equals("-")) {
                return 0;
            }
            boolean minus = text.startsWith("-") || text.startsWith("(") && text.endsWith(")");
            String figures = text.replaceAll("^[-+(]\\s*|\\)$", "");
            if (!thousandMark.isEmpty()) {
                if (figures.contains(thousandMark) && !figures.matches("\\d{1,3}(\\Q" + thousandMark + "\\E\\d{3})+"
                        + "(\\Q" + decimalMark + "\\E\\d*)?")) {
                    throw new NumberFormatException(text);
                }
                figures = figures.replace(thousandMark, "");
            }
            if (!figures.matches("\\d+(\\Q" + decimalMark + "\\E0*)?")) {
                throw new NumberFormatException(text);
            }
            long amount = Long.parseLong(figures.replaceFirst("\\Q" + decimalMark + "\\E0*$", ""));
            return minus ? -amount : amount;
        } catch (ArithmeticException fraction) {
            throw new NumberFormatException(cell.text());
        }
    }
}
