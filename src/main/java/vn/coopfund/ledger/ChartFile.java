package vn.coopfund.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.coopfund.web.Refusal;

/** Reads a chart of accounts from CSV with the columns code, name_vi, name_en, kind, normal_side, parent, needs. */
final class ChartFile {

    private static final List<String> COLUMNS = List.of("code", "name_vi", "name_en", "kind", "normal_side", "parent", "needs");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).setNullString("").get();

    private ChartFile() {
    }

    /** @throws Refusal naming every line that cannot be read */
    static ChartChange read(LocalDate validFrom, String csv) {
        Refusal.Problems problems = new Refusal.Problems();
        List<ChartChange.Row> rows = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(new StringReader(csv == null ? "" : csv.replaceFirst("^\\uFEFF", "")))) {
            if (!parser.getHeaderNames().containsAll(COLUMNS)) {
                throw Refusal.invalid("csv", "ledger.chart.columns", String.join(", ", COLUMNS));
            }
            for (CSVRecord line : parser) {
                ChartChange.Row row = line.isConsistent() ? problems.reading("csv", "ledger.chart.unreadable", () -> row(line)) : null;
                problems.addIf(row == null, "csv", "ledger.chart.line", line.getRecordNumber() + 1);
                if (row != null) {
                    rows.add(row);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw Refusal.invalid("csv", "ledger.chart.unreadable");
        }
        refuseWrong(problems, rows);
        return new ChartChange(validFrom, rows);
    }

    private static void refuseWrong(Refusal.Problems problems, List<ChartChange.Row> rows) {
        Set<String> codes = rows.stream().map(ChartChange.Row::code).collect(Collectors.toSet());
        problems.addIf(rows.isEmpty(), "csv", "ledger.chart.empty")
                .addIf(codes.size() < rows.size(), "csv", "ledger.chart.twice");
        rows.forEach(row -> problems.addIf(row.parent() != null
                && (!codes.contains(row.parent()) || !row.code().startsWith(row.parent()) || row.code().equals(row.parent())),
                "csv", "ledger.chart.parent", row.code()));
        problems.refuseIfAny();
    }

    private static ChartChange.Row row(CSVRecord line) {
        String code = line.get("code");
        String needs = line.get("needs");
        if (code == null || !code.matches("[0-9]{3,6}") || line.get("name_vi") == null || line.get("name_en") == null
                || line.get("kind") == null || line.get("normal_side") == null
                || needs != null && !Set.of("LOAN", "CAPITAL_SOURCE").contains(needs)) {
            throw new IllegalArgumentException();
        }
        return new ChartChange.Row(code, line.get("name_vi"), line.get("name_en"), Account.Kind.valueOf(line.get("kind")),
                Account.Side.valueOf(line.get("normal_side")), line.get("parent"), needs);
    }
}
