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
import vn.coopfund.schedule.DayCount;

/**
 * The close of a day over many active loans, beside the bare SQL that does the same arithmetic and writes the same
 * rows, day by day in turn on the same database. Bare SQL is told which loans have an event and what a replay says of
 * them: it only writes. {@code COOPFUND_BENCH_LOANS} names other numbers of loans: {@code 1000,1000000}.
 */
public final class DayCloseBench implements Bench {

    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 28);
    private static final LocalDate MONTH_END = LocalDate.of(2026, 3, 31);

    private static final String BARE_ACCRUAL = """
            update bench.line set accrued = div(2 * (exact + balance::numeric * (case day_count
                    when 'ACT_365' then %d when 'ACT_360' then %d when 'ACT_ACT_ISDA' then %d else %d end - position_from)
                    * per_unit) + whole, 2 * whole)::bigint, accrued_through = '%s'""";

    /** One day's milliseconds, and what was touched. */
    private record Day(LocalDate day, long close, long bare, Map<String, Integer> counts) {
    }

    private record Size(int loans, long first, List<Day> days, long heap) {
    }

    @Override
    public void run(Path folder) throws Exception {
        List<Size> sizes = new ArrayList<>();
        for (String loans : System.getenv().getOrDefault("COOPFUND_BENCH_LOANS", "1000,10000,100000").split(",")) {
            try (BenchProgram program = BenchProgram.with(Integer.parseInt(loans))) {
                sizes.add(measure(program, Integer.parseInt(loans)));
            }
            Files.writeString(folder.resolve("day-close.md"), table(sizes));
        }
        System.out.println(table(sizes));
    }

    private Size measure(BenchProgram program, int loans) {
        CloseDay close = program.bean(CloseDay.class);
        program.bean(BusinessDay.class).moveTo(BEFORE);
        BenchProgram.peakHeap();
        long first = BenchProgram.millis(() -> close.close(BEFORE));
        copy(program);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = BEFORE.plusDays(1); !day.isAfter(MONTH_END); day = day.plusDays(1)) {
            days.add(measure(program, close, day));
        }
        return new Size(loans, first, days, BenchProgram.peakHeap());
    }

    private static void copy(BenchProgram program) {
        program.asOwner("create schema bench",
                "create table bench.line (like servicing.running_interest including all) with (fillfactor = 50)",
                "insert into bench.line select * from servicing.running_interest",
                "create table bench.standing (like servicing.standing including all)",
                "insert into bench.standing select * from servicing.standing",
                "create table bench.signal (like servicing.signal including all)",
                "create table bench.accrual (like servicing.accrual including all)",
                "create table bench.classification (like servicing.classification including all)", "analyze");
    }

    private static Day measure(BenchProgram program, CloseDay close, LocalDate day) {
        Long[] concerned = program.jdbc.sql("select loan_id from servicing.standing where next_event_on <= ?").param(day)
                .query(Long.class).list().toArray(Long[]::new);
        ClosedDay[] closed = new ClosedDay[1];
        long took = BenchProgram.millis(() -> closed[0] = close.close(day));
        long bare = BenchProgram.millis(() -> program.transaction.executeWithoutResult(status -> bare(program, day, concerned)));
        return new Day(day, took, bare, closed[0].counts());
    }

    private static void bare(BenchProgram program, LocalDate day, Long[] concerned) {
        program.jdbc.sql(BARE_ACCRUAL.formatted(DayCount.ACT_365.position(day), DayCount.ACT_360.position(day),
                DayCount.ACT_ACT_ISDA.position(day), DayCount.THIRTY_360.position(day), day)).update();
        List.of("delete from bench.line where loan_id = any (:ids)",
                "insert into bench.line select * from servicing.running_interest where loan_id = any (:ids)",
                """
                update bench.standing b set principal_outstanding = s.principal_outstanding, credit = s.credit,
                    next_due_on = s.next_due_on, next_event_on = s.next_event_on, days_past_due = s.days_past_due,
                    principal_due = s.principal_due, interest_due = s.interest_due, interest_fixed = s.interest_fixed,
                    interest_met = s.interest_met, overdue_fixed = s.overdue_fixed, late_fixed = s.late_fixed
                from servicing.standing s where s.loan_id = b.loan_id and b.loan_id = any (:ids)""")
                .forEach(sql -> program.jdbc.sql(sql).param("ids", concerned).update());
        program.jdbc.sql("update bench.standing set days_past_due = ?::date - next_due_on where next_due_on < ?::date")
                .params(day, day).update();
        program.jdbc.sql("insert into bench.signal select * from servicing.signal where said_on = ?").param(day).update();
        if (day.equals(MONTH_END)) {
            program.jdbc.sql("insert into bench.classification select c.* from servicing.classification c "
                    + "join servicing.classification_run r on r.id = c.run_id where r.as_of = ?").param(day).update();
            postBare(program, day);
        }
    }

    /** The same entries once more, from the rows that the close wrote; the guards of the books are on. */
    private static void postBare(BenchProgram program, LocalDate day) {
        List.of("create temporary table fresh on commit drop as select nextval('ledger.entry_seq') as id, a.loan_id, a.amount, "
                        + "l.borrower_id, l.number from servicing.accrual a join servicing.loan l on l.id = a.loan_id "
                        + "where a.through_on = :day",
                "insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) "
                        + "select 1, 'bare:' || id, id, :day from fresh",
                "insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount) "
                        + "select id, :day, 1, :day, 'Dự thu lãi ' || number, 'bare:' || id, 2, amount from fresh",
                "insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit, loan_id, borrower_id) "
                        + "select id, :day, 1, '1388', amount, 0, loan_id, borrower_id from fresh "
                        + "union all select id, :day, 2, '515', 0, amount, loan_id, borrower_id from fresh",
                "insert into bench.accrual (id, loan_id, through_on, amount, booked_on, entry_id) "
                        + "select id, loan_id, :day, amount, :day, id from fresh")
                .forEach(sql -> program.jdbc.sql(sql).param("day", day).update());
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

                What limits it: of a usual day the one UPDATE of every line and the replay of the loans with an event that day
                (read, replayed and written in chunks), then the debt groups of the borrowers in trouble and the questions for
                what is overdue and due soon; bare SQL is told all of that. Some twenty statements are paid whatever the number
                of loans, which is what a thousand loans show. A borrower has two loans: were all of one borrower's, one late
                row would have the groups of all looked at. A month end is limited by the guards of the ledger, a row at a
                time, in both columns.
                No loan here has a process that waits: each message that the engine does deliver costs it some milliseconds.
                The database of the bench does not wait for the disk.
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
