package vn.coopfund.servicing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import vn.coopfund.bench.Bench;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;

/**
 * Repayments a second through the act, beside plain JDBC that writes the same rows without asking anything, eight
 * clients each, in turn on the same database; and one back-dated repayment on a loan with two thousand events.
 */
public final class RepaymentsBench implements Bench {

    private static final int CLIENTS = 8;
    private static final int LOANS = 4000;
    private static final int WARM = 6000;
    private static final int MEASURED = 4000;
    private static final int EVENTS = 2000;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Override
    public void run(Path folder) throws Exception {
        try (BenchProgram program = BenchProgram.with(LOANS)) {
            program.bean(BusinessDay.class).moveTo(TODAY);
            Actor accountant = new Staff(program.bean(People.class)).with(Role.ACCOUNTANT);
            TakeRepayment act = program.bean(TakeRepayment.class);
            run(WARM, i -> take(act, accountant, i, "W"));
            long[] acts = new long[3];
            long[] rows = new long[3];
            for (int round = 0; round < 3; round++) {
                String name = "R" + round + "-";
                acts[round] = run(MEASURED, i -> take(act, accountant, i, name));
                rows[round] = bare(program, accountant, round);
            }
            long backDated = backDated(program, act, accountant);
            Files.writeString(folder.resolve("repayments.md"), table(acts, rows, backDated));
        }
    }

    /** Every loan in turn, so that two clients seldom meet at one. */
    private static RepaymentResult take(TakeRepayment act, Actor accountant, int i, String name) {
        return Actors.as(accountant, () -> act.take(Subject.loan(BenchLoans.FIRST_ID + i % LOANS),
                new Receipt(Dong.of(100_000), TODAY, Channel.BANK, name + i, null)));
    }

    private static long run(int count, IntConsumer work) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            return BenchProgram.millis(() -> CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> {
                        for (int i = client; i < count; i += CLIENTS) {
                            work.accept(i);
                        }
                    }, clients)).toArray(CompletableFuture[]::new)).join());
        } finally {
            clients.shutdown();
        }
    }

    /** What the act writes, table by table; the numbers of vouchers without gaps included. */
    private static final List<String> ROWS = List.of(
            "insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) values (1, 'bare:a' || ?, ?, '2026-04-01')",
            "insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount, made_by) "
                    + "select entry_id, booked_on, 1, booked_on, 'Dự thu lãi trong hạn khoản vay B' || ?, source_fact, 2, 1000, null "
                    + "from ledger.posted_fact where entry_id = ?",
            "insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit, loan_id, borrower_id) "
                    + "select ?, date '2026-04-01', * from (values (1, '1388', 1000, 0, 10000000, 1), (2, '515', 0, 1000, 10000000, 1)) v",
            "insert into servicing.accrual (id, loan_id, through_on, amount, booked_on, entry_id) "
                    + "values (nextval('servicing.accrual_seq'), ?, '2026-04-01', 1000, '2026-04-01', ?)",
            "insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) values (1, 'bare:r' || ?, ?, '2026-04-01')",
            "insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount, made_by) "
                    + "select entry_id, booked_on, 1, booked_on, 'Thu nợ khoản vay B' || ?, source_fact, 3, 100000, null "
                    + "from ledger.posted_fact where entry_id = ?",
            "insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit, loan_id, borrower_id) "
                    + "select ?, date '2026-04-01', * from (values (1, '112', 100000, 0, 10000000, 1), "
                    + "(2, '1388', 0, 40000, 10000000, 1), (3, '33881', 0, 60000, 10000000, 1)) v",
            "insert into servicing.repayment (id, fund_id, loan_id, turn, amount, value_date, booked_on, channel, reference, "
                    + "principal, interest, overdue_interest, late_interest, credit, entry_id) select "
                    + "nextval('servicing.repayment_seq'), 1, ?, ?, 100000, '2026-04-01', '2026-04-01', 'BANK', 'bare' || ?, "
                    + "0, 40000, 0, 0, 60000, ?",
            "insert into workflow.case_event (fund_id, subject_type, subject_id, happened_on, by_name, code, args, for_borrower) "
                    + "values (1, 'LOAN', ?, '2026-04-01', 'bare', 'servicing.event.received', '[\"100.000 đ\", \"01/04/2026\"]', true)",
            "insert into access.audit_log (fund_id, username, what, subject_type, subject_id) values (1, 'bare', 'TakeRepayment', 'LOAN', ?)",
            "update funding.exposure set outstanding = outstanding where loan_id = ?",
            "update servicing.standing set credit = credit + 1, recorded_at = clock_timestamp() where loan_id = ?",
            "with gone as (delete from servicing.running_interest where loan_id = ? returning *) select count(*) from gone",
            "insert into servicing.running_interest values (?, 'IN_TERM', 1, 1, 'ACT_365', 100000000, 0, 33, 182500, 20000, "
                    + "'HALF_UP', 0, '2026-04-01')",
            "insert into documents.number_series as series (fund_id, kind, year, last) values (1, 'BARE', 2026, 1) "
                    + "on conflict (fund_id, kind, year) do update set last = series.last + 1",
            "insert into vouchers.voucher (id, fund_id, kind, year, number, issued_on, entry_id, amount, party, text) "
                    + "values (nextval('vouchers.voucher_seq'), 1, 'CREDIT_ADVICE', 2026, 1000000 + ?, '2026-04-01', ?, 100000, "
                    + "'HTX Bench', 'Thu nợ')");

    private static long bare(BenchProgram program, Actor accountant, int round) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Connection connection = program.connect();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        List<List<PreparedStatement>> prepared = new ArrayList<>();
        for (Connection connection : connections) {
            List<PreparedStatement> own = new ArrayList<>();
            for (String sql : ROWS) {
                own.add(connection.prepareStatement(sql));
            }
            prepared.add(own);
        }
        int first = (round + 1) * 10_000_000;
        long took = run(MEASURED, i -> write(connections.get(i % CLIENTS), prepared.get(i % CLIENTS), first + i,
                BenchLoans.FIRST_ID + i % LOANS));
        for (Connection connection : connections) {
            connection.close();
        }
        return took;
    }

    private static void write(Connection connection, List<PreparedStatement> statements, int number, long loan) {
        long accrual = 7_000_000_000L + 2L * number;
        long receipt = accrual + 1;
        Object[][] values = {{number, accrual}, {loan, accrual}, {accrual}, {loan, accrual}, {number, receipt}, {loan, receipt},
            {receipt}, {loan, 1000 + number, number, receipt}, {loan}, {loan}, {loan}, {loan}, {loan}, {loan}, {},
            {number, receipt}};
        try {
            for (int i = 0; i < values.length; i++) {
                for (int place = 0; place < values[i].length; place++) {
                    statements.get(i).setObject(place + 1, values[i][place]);
                }
                statements.get(i).execute();
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long backDated(BenchProgram program, TakeRepayment act, Actor accountant) {
        long loan = BenchLoans.FIRST_ID + LOANS - 1;
        program.jdbc.sql("""
                insert into servicing.repayment (id, fund_id, loan_id, turn, amount, value_date, booked_on, channel, reference,
                    principal, interest, overdue_interest, late_interest, credit, entry_id)
                select 3000000000 + n, 1, ?, 10000 + n, 1000, date '2026-03-30', date '2026-03-30', 'BANK', 'E' || n,
                    0, 0, 0, 0, 1000, 0 from generate_series(1, ?) n""").params(loan, EVENTS).update();
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int turn = i;
            took.add(BenchProgram.millis(() -> Actors.as(accountant, () -> act.take(Subject.loan(loan),
                    new Receipt(Dong.of(50_000), TODAY.minusDays(4), Channel.BANK, "D" + turn, null)))));
        }
        return took.stream().skip(5).sorted().toList().get(7);
    }

    private static String table(long[] acts, long[] rows, long backDated) {
        String text = "# Repayments, " + CLIENTS + " clients, " + MEASURED + " each round (a second)\n\n"
                + "| round | through the act | same rows by plain JDBC | share |\n|---|---|---|---|\n";
        for (int i = 0; i < acts.length; i++) {
            text += "| %d | %d | %d | %s %% |%n".formatted(i + 1, MEASURED * 1000L / acts[i], MEASURED * 1000L / rows[i],
                    String.format(Locale.ROOT, "%.0f", 100.0 * rows[i] / acts[i]));
        }
        return text + "\nA repayment back-dated by four days on a loan with " + EVENTS
                + " events: " + backDated + " ms (median of 15). Rounds: " + Arrays.toString(acts) + " / " + Arrays.toString(rows) + " ms.\n"
                + "\nWhat limits it: the processor, which program and database share. The act asks some twenty questions (loan, "
                + "facts, books, guards) where plain JDBC asks none, replays the loan, and the program works as long as the "
                + "database does; of plain JDBC nearly all is the database, above all the guards of the ledger. A voucher's "
                + "number without gaps is a row that is locked until the commit: the paper is issued last, so that receipts "
                + "queue there only a few percent of the time. It is plain JDBC, not pgbench, so that both sides use one "
                + "driver and one machine.\n";
    }
}
