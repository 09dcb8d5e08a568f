package vn.coopfund.treasury;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.coopfund.web.Refusal;

/** Reads a file by a mapping: its lines, the rows that should be lines and are none, and the rows that are neither. */
final class StatementReader {

    static final int MOST_ROWS = 200_000;
    static final int MOST_FAULTS = 5_000;
    private static final int ROWS_WITH_HEADINGS = 100;
    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_REFERENCE = 90;
    private static final long LARGEST = 1_000_000_000_000_000L;

    /** Where they go. */
    interface Sink {

        void line(BankLine line);

        /** @param cells under the mapping's headings, as the mapping writes them */
        void fault(int row, List<String> cells, List<Refusal.Reason> reasons);
    }

    private final ColumnMapping mapping;
    private final Sink sink;
    private Map<String, Integer> columns;
    private int rows;
    private int faults;
    private int skipped;

    private StatementReader(ColumnMapping mapping, Sink sink) {
        this.mapping = mapping;
        this.sink = sink;
    }

    /**
     * Answers how many rows were neither.
     *
     * @throws Refusal where no row has the mapping's headings, or the file is not what it says
     */
    static int read(StatementFile.Kind kind, byte[] content, ColumnMapping mapping, Sink sink) {
        StatementReader reader = new StatementReader(mapping, sink);
        StatementFile.read(kind, content, mapping.charset(), mapping.headerRow(), row -> {
            reader.row(row);
            return true;
        });
        if (reader.columns == null) {
            throw reader.noHeadings();
        }
        return reader.skipped;
    }

    private void row(SheetRow row) {
        if (++rows > MOST_ROWS) {
            throw Refusal.invalid("file", "treasury.refused.rows-many", MOST_ROWS);
        }
        if (columns == null) {
            if (rows > Math.max(ROWS_WITH_HEADINGS, mapping.headerRow())) {
                throw noHeadings();
            }
            findHeadings(row);
        } else if (!row.isBlank()) {
            transaction(row);
        }
    }

    private Refusal noHeadings() {
        return Refusal.invalid("date", "treasury.refused.headings", String.join(" · ", mapping.headings()));
    }

    private void findHeadings(SheetRow row) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            found.putIfAbsent(heading(row.cell(column)), column);
        }
        if (found.keySet().containsAll(mapping.headings())) {
            columns = found;
        }
    }

    static String heading(SheetCell cell) {
        return cell.text().replaceAll("\\s+", " ");
    }

    private SheetCell cell(SheetRow row, String heading) {
        return heading == null ? SheetCell.EMPTY : row.cell(columns.get(heading));
    }

    private void transaction(SheetRow row) {
        List<Refusal.Reason> wrong = new ArrayList<>();
        LocalDate day = mapping.day(cell(row, mapping.date()));
        long in = amount(row, mapping.credit(), "credit", wrong);
        long out = mapping.signed() ? Math.max(-in, 0) : Math.abs(amount(row, mapping.debit(), "debit", wrong));
        in = Math.max(in, 0);
        boolean oneSide = in != 0 ^ out != 0;
        if (day == null && !oneSide && wrong.isEmpty()) {
            // a title, a total, a balance carried forward
            skipped++;
            return;
        }
        if (day == null) {
            wrong.add(0, new Refusal.Reason("date", "treasury.fault.day", shown(row, mapping.date())));
        }
        if (!oneSide && wrong.stream().noneMatch(one -> !one.field().equals("date"))) {
            wrong.add(new Refusal.Reason("credit", in == 0 ? "treasury.fault.no-amount" : "treasury.fault.both-amounts"));
        }
        Long balance = mapping.balance() == null || cell(row, mapping.balance()).isEmpty() ? null
                : Long.valueOf(amount(row, mapping.balance(), "balance", wrong));
        String content = plain(cell(row, mapping.content()).text());
        String reference = cell(row, mapping.reference()).text();
        if (content.length() > LONGEST_CONTENT || reference.length() > LONGEST_REFERENCE) {
            wrong.add(new Refusal.Reason("content", "treasury.fault.long", LONGEST_CONTENT, LONGEST_REFERENCE));
        }
        if (wrong.isEmpty()) {
            sink.line(new BankLine(row.number(), day, in - out, balance, content, reference.isEmpty() ? null : reference));
        } else {
            fault(row, wrong);
        }
    }

    private void fault(SheetRow row, List<Refusal.Reason> wrong) {
        if (++faults > MOST_FAULTS) {
            throw Refusal.invalid("file", "treasury.refused.faults-many", MOST_FAULTS);
        }
        sink.fault(row.number(), mapping.headings().stream()
                .map(heading -> mapping.text(heading, cell(row, heading))).toList(), wrong);
    }

    private long amount(SheetRow row, String heading, String field, List<Refusal.Reason> wrong) {
        try {
            long amount = mapping.amount(cell(row, heading));
            if (Math.abs(amount) > LARGEST) {
                throw new NumberFormatException(heading);
            }
            return amount;
        } catch (NumberFormatException unreadable) {
            wrong.add(new Refusal.Reason(field, "treasury.fault.amount", shown(row, heading)));
            return 0;
        }
    }

    private String shown(SheetRow row, String heading) {
        String text = plain(cell(row, heading).text());
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
