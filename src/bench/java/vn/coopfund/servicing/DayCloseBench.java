package vn.coopfund.servicing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.coopfund.bench.Bench;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.CloseDay;
import vn.coopfund.calendar.ClosedDay;

/**
 * The close of a day over many active loans of a fund whose books agree, beside the bare SQL that does the same arithmetic
 * and writes the same rows ({@link BareClose}), day by day in turn on the same database. {@code COOPFUND_BENCH_LOANS} names other numbers of loans: {@code 1000,1000000}.
 */
public final class DayCloseBench implements Bench {

    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 28);
    private static final int WARM = 1000;
    private static final LocalDate MONTH_END = LocalDate.of(2026, 3, 31);

    /** One day's milliseconds, and what was touched. */
    private record Day(LocalDate day, long close, long bare, Map<String, Integer> counts) {
    }

    private record Size(int loans, long first, List<Day> days, long heap) {
    }

    @Override
    public void run(Path folder) throws Exception {
        warmUp();
        List<Size> sizes = new ArrayList<>();
        for (String loans : System.getenv().getOrDefault("COOPFUND_BENCH_LOANS", "1000,10000,100000").split(",")) {
            try (BenchProgram program = BenchProgram.with(Integer.parseInt(loans))) {
                sizes.add(measure(program, Integer.parseInt(loans)));
            }
            Files.writeString(folder.resolve("day-close.md"), table(sizes));
        }
        System.out.println(table(sizes));
    }

    /** As a program that has run for a while: a month of a fund, not counted. */
    private void warmUp() {
        try (BenchProgram program = BenchProgram.with(WARM)) {
            measure(program, WARM);
        }
    }

    private Size measure(BenchProgram program, int loans) {
        CloseDay close = program.bean(CloseDay.class);
        program.bean(BusinessDay.class).moveTo(BEFORE);
        // the side taken on each entry holds a lock to the commit: not for ten thousand entries in one transaction
        program.asOwner("alter table ledger.entry disable trigger entry_takes_duties");
        program.loans.open(BEFORE);
        program.asOwner("alter table ledger.entry enable trigger entry_takes_duties");
        BenchProgram.peakHeap();
        long first = BenchProgram.millis(() -> close.close(BEFORE));
        BareClose bare = BareClose.of(program);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = BEFORE.plusDays(1); !day.isAfter(MONTH_END); day = day.plusDays(1)) {
            days.add(measure(program, close, bare, day));
        }
        bare.refuseDifferent();
        return new Size(loans, first, days, BenchProgram.peakHeap());
    }

    private static Day measure(BenchProgram program, CloseDay close, BareClose bare, LocalDate day) {
        program.receive(day);
        ClosedDay[] closed = new ClosedDay[1];
        long took = BenchProgram.millis(() -> closed[0] = close.close(day));
        return new Day(day, took, BenchProgram.millis(() -> bare.close(day)), closed[0].counts());
    }

    private static String table(List<Size> sizes) {
        StringBuilder text = new StringBuilder("# Day close: March 2026, day by day, beside bare SQL (milliseconds)\n\n"
                + "| loans | replay of all | usual day | bare | times | month end | bare | times | month | bare | times | "
                + "µs a loan and day | peak heap MB of " + Runtime.getRuntime().maxMemory() / 1_048_576 + " |\n"
                + "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Size size : sizes) {
            List<Day> usual = size.days().stream().filter(day -> !day.day().equals(MONTH_END)).toList();
            Day end = size.days().get(size.days().size() - 1);
            long month = size.days().stream().mapToLong(Day::close).sum();
            long bare = size.days().stream().mapToLong(Day::bare).sum();
            long close = usual.stream().mapToLong(Day::close).sum() / usual.size();
            long usualBare = usual.stream().mapToLong(Day::bare).sum() / usual.size();
            text.append("| %d | %d | %d | %d | %s | %d | %d | %s | %d | %d | %s | %s | %d |%n".formatted(size.loans(), size.first(),
                    close, usualBare, times(close, usualBare), end.close(), end.bare(), times(end.close(), end.bare()), month,
                    bare, times(month, bare), times(month * 1000, (long) size.loans() * size.days().size()), size.heap()));
        }
        text.append("""

                What limits it: of a usual day the one UPDATE of every line, in both columns, and the replay of the loans with an
                event that day, which bare SQL is told (read, replayed and written in chunks); then the debt groups of the
                borrowers in trouble. Some thirty small statements are paid whatever the number of loans: they are what a
                thousand loans show. A month end is limited by the guards of the ledger, a row at a time, in both columns;
                beside them by building each entry in the program and by the chain of seals, which is none in bare SQL.
                A borrower has two loans: were all of one borrower's, one late row would have the groups of all looked at.
                A million loans are a switch, but one transaction: its month end would hold the business day, and with it every
                act on a loan, as long as the table says for one loan times a million. Before that posting and sealing would
                have to be transactions of their own that a stop may part, and the postings tables by year.
                The program is warm: a month of a thousand loans was closed before. No loan here has a process that waits: each
                message that the engine does deliver costs it some milliseconds. The database does not wait for the disk.
                """);
        sizes.forEach(size -> {
            text.append("\n## %d loans%n%n| day | close | bare | touched |%n|---|---|---|---|%n".formatted(size.loans()));
            size.days().forEach(day -> text.append("| %s | %d | %d | %s |%n".formatted(day.day(), day.close(), day.bare(), day.counts())));
        });
        return text.toString();
    }

    private static String times(long one, long other) {
        return String.format(Locale.ROOT, "%.2f", one / (double) Math.max(1, other));
    }
}
