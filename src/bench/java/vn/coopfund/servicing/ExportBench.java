package vn.coopfund.servicing;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import vn.coopfund.bench.Bench;
import vn.coopfund.reporting.Report;
import vn.coopfund.reporting.ReportFile;
import vn.coopfund.reporting.ReportWish;
import vn.coopfund.reporting.Reports;
import vn.coopfund.web.Export;

/**
 * A million lines of the journal as CSV and XLSX, beside {@code COPY … TO STDOUT} of the same rows by the driver, in turn on
 * the same database. {@code COOPFUND_BENCH_LINES} names another number.
 */
public final class ExportBench implements Bench {

    private static final int ROUNDS = 3;
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 31);

    private static final String LINES = """
            do $$
            begin
                alter table ledger.entry disable trigger user;
                alter table ledger.posting disable trigger user;
                create temporary table fresh on commit drop as
                    select nextval('ledger.entry_seq') as id, date '2025-01-01' + (n %% 365) as day, n
                    from generate_series(1, %d) as n;
                insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) select 1, 'bench:' || n, id, day from fresh;
                insert into ledger.entry (id, booked_on, fund_id, value_date, recorded_at, text, source_fact, line_count, amount)
                    select id, day, 1, day, now(), 'Dự thu lãi khoản vay ' || n || ' đến hết ngày', 'bench:' || n, 2, 1000 + n from fresh;
                insert into ledger.posting (entry_id, booked_on, line_number, fund_id, account, debit, credit)
                    select id, day, 1, 1, '1388', 1000 + n, 0 from fresh
                    union all select id, day, 2, 1, '515', 0, 1000 + n from fresh;
                alter table ledger.entry enable trigger user;
                alter table ledger.posting enable trigger user;
            end $$""";

    private static final String COPY = """
            copy (select e.booked_on, e.id::text, e.value_date, v.numbers, e.text, p.account, l.number, nullif(p.debit, 0),
                   nullif(p.credit, 0)
            from ledger.entry e join ledger.posting p on p.entry_id = e.id and p.booked_on = e.booked_on
            left join servicing.loan l on l.id = p.loan_id
            left join (select entry_id, string_agg(number::text, ', ') as numbers from vouchers.voucher where fund_id = 1
                       group by entry_id) as v on v.entry_id = e.id
            where e.fund_id = 1 and e.booked_on between '2025-01-01' and '2025-12-31'
            order by e.booked_on, e.id, p.line_number) to stdout (format csv, header)""";

    @Override
    public void run(Path folder) throws Exception {
        int lines = Integer.parseInt(System.getenv().getOrDefault("COOPFUND_BENCH_LINES", "1000000"));
        List<long[]> rounds = new ArrayList<>();
        long heap;
        try (BenchProgram program = BenchProgram.with(10)) {
            program.asOwner(LINES.formatted(lines / 2), "vacuum analyze ledger.entry", "vacuum analyze ledger.posting");
            BenchProgram.peakHeap();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(new long[] {copy(program, folder), ours(program, Export.CSV, folder), ours(program, Export.XLSX, folder)});
            }
            heap = BenchProgram.peakHeap();
        }
        Files.writeString(folder.resolve("export.md"), table(lines, rounds, heap));
        System.out.println(Files.readString(folder.resolve("export.md")));
    }

    private static long copy(BenchProgram program, Path folder) throws Exception {
        long began = System.nanoTime();
        try (Connection connection = program.connect(); OutputStream out = file(folder, "copy.csv")) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, out);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long ours(BenchProgram program, Export kind, Path folder) throws Exception {
        Report report = program.bean(Reports.class).named("journal");
        ReportFile file = program.bean(ReportFile.class);
        Locale vietnamese = Locale.forLanguageTag("vi");
        ReportWish wish = new ReportWish(FROM, TO, null, null, null, ReportWish.Grouping.SECTOR, vietnamese);
        long began = System.nanoTime();
        try (OutputStream out = file(folder, "journal." + kind.extension())) {
            kind.write(out, file.heads(report, vietnamese), rows -> file.write(report, wish, rows, () -> { }));
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static OutputStream file(Path folder, String name) throws Exception {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
    }

    private static String table(int lines, List<long[]> rounds, long heap) {
        StringBuilder text = new StringBuilder("# Export of " + lines + " journal lines beside COPY of the same rows (milliseconds)\n\n"
                + "| round | COPY | CSV | times | XLSX | times |\n|---|---|---|---|---|---|\n");
        for (int i = 0; i < rounds.size(); i++) {
            long[] round = rounds.get(i);
            text.append("| %d | %d | %d | %s | %d | %s |%n".formatted(i + 1, round[0], round[1], times(round[1], round[0]), round[2],
                    times(round[2], round[0])));
        }
        return text.append("""

                Peak heap %d MB of %d MB. Targets: CSV 1.5 times, XLSX 6 times, heap 256 MB (run with -Dbench.heap=256m to hold it to
                that). Each file is written to disk. The rows come by COPY too, so what limits CSV is the sort in the database as
                much as making cells and adding up totals on the other core; what limits XLSX is deflating some nine times as many
                bytes of XML.
                """.formatted(heap, Runtime.getRuntime().maxMemory() / 1_048_576)).toString();
    }

    private static String times(long ours, long theirs) {
        return String.format(Locale.ROOT, "%.2f", ours / (double) Math.max(1, theirs));
    }
}
