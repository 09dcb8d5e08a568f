package vn.coopfund.servicing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.bench.Bench;
import vn.coopfund.bench.Floor;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;

/**
 * Repayments a second through the act, beside a client that writes the same rows into the same tables without asking
 * anything, eight clients each, in turn on the same durable database; and one back-dated repayment on a loan with two
 * thousand events. Every round is a day of its own and takes one receipt on every loan, so that each posts what was
 * earned since the day before, and then itself.
 */
public final class RepaymentsBench implements Bench {

    private static final int CLIENTS = 8;
    private static final int LOANS = 2000;
    private static final int WARM = 3;
    private static final int ROUNDS = 3;
    private static final int EVENTS = 2000;
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    /** Tables of rows that are only added: a round of the act and one of the floor must add the same number to each. */
    private static final List<String> ADDED = List.of("ledger.posted_fact", "ledger.entry", "ledger.posting",
            "servicing.accrual", "servicing.repayment", "workflow.case_event", "access.audit_log", "vouchers.voucher");

    /** @param act of receipts a second, floor the same, rows what both add to each table for a receipt */
    private record Round(long act, long floor, Map<String, Double> rows) {
    }

    @Override
    public void run(Path folder) throws Exception {
        Path data = Files.createTempDirectory("repayments-bench");
        try (BenchProgram program = BenchProgram.durable(data, LOANS)) {
            Actor accountant = new Staff(program.bean(People.class)).with(Role.ACCOUNTANT);
            TakeRepayment act = program.bean(TakeRepayment.class);
            Floor floor = new Floor(program.bean(JdbcConnectionDetails.class));
            List<Round> rounds = new ArrayList<>();
            for (int round = 0; round < WARM + ROUNDS; round++) {
                LocalDate day = FIRST.plusDays(round);
                program.bean(BusinessDay.class).moveTo(day);
                rounds.add(round(program, act, accountant, floor, day, round));
            }
            long backDated = backDated(program, act, accountant, FIRST.plusDays(WARM + ROUNDS - 1));
            String text = table(floor.name(), rounds.subList(WARM, rounds.size()), backDated);
            Files.writeString(folder.resolve("repayments.md"), text);
            System.out.println(text);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static Round round(BenchProgram program, TakeRepayment act, Actor accountant, Floor floor, LocalDate day, int round)
            throws Exception {
        Map<String, Long> before = counted(program);
        long acts = perSecond(i -> take(act, accountant, i, day));
        Map<String, Long> between = counted(program);
        long rows = floor.perSecond(CLIENTS, LOANS / CLIENTS, (round + 1) * 10_000_000L, rows(accountant, day));
        Map<String, Long> after = counted(program);
        Map<String, Double> added = new LinkedHashMap<>();
        for (String table : ADDED) {
            long byAct = between.get(table) - before.get(table);
            long byFloor = after.get(table) - between.get(table);
            if (Math.abs(byAct - byFloor) > byAct / 10) {
                throw new IllegalStateException("the act adds " + byAct + " rows to " + table + ", the floor " + byFloor);
            }
            added.put(table, (double) byAct / LOANS);
        }
        return new Round(acts, rows, added);
    }

    private static Map<String, Long> counted(BenchProgram program) {
        Map<String, Long> counts = new LinkedHashMap<>();
        ADDED.forEach(table -> counts.put(table,
                program.jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return counts;
    }

    private static RepaymentResult take(TakeRepayment act, Actor accountant, int i, LocalDate day) {
        return Actors.as(accountant, () -> act.take(Subject.loan(BenchLoans.FIRST_ID + i),
                new Receipt(Dong.of(100_000), day, Channel.BANK, "R" + day + "-" + i, null)));
    }

    /** Every loan once; two clients never meet at one, as those of the floor do not. */
    private static long perSecond(IntConsumer work) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            return LOANS * 1000L / BenchProgram.millis(() -> CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> IntStream.range(0, LOANS / CLIENTS)
                            .map(i -> client * (LOANS / CLIENTS) + i).forEach(work), clients))
                    .toArray(CompletableFuture[]::new)).join());
        } finally {
            clients.shutdown();
        }
    }

    /** What the act writes for a receipt that becomes the borrower's credit, with what was earned before it. */
    private static List<String> rows(Actor maker, LocalDate day) {
        String loan = "10000000 + :n % " + LOANS;
        String accrual = "(7000000000 + 2 * :n)";
        String receipt = "(7000000001 + 2 * :n)";
        return Stream.of(
                "insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) values (1, 'accrual:' || ACCRUAL, ACCRUAL, DAY)",
                "insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount, made_by) "
                        + "values (ACCRUAL, DAY, 1, DAY, 'Dự thu lãi trong hạn khoản vay B10000000 đến 01/04/2026', 'accrual:' || ACCRUAL, 2, 1000, MAKER)",
                "insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit, loan_id, borrower_id, term_class, debt_group) "
                        + "values (ACCRUAL, DAY, 1, '1388', 1000, 0, LOAN, 20000000, 'MEDIUM', 1), (ACCRUAL, DAY, 2, '515', 0, 1000, LOAN, 20000000, 'MEDIUM', 1)",
                "insert into servicing.accrual (id, loan_id, through_on, amount, booked_on, entry_id) values (ACCRUAL, LOAN, DAY, 1000, DAY, ACCRUAL)",
                "insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) values (1, 'repayment:' || RECEIPT, RECEIPT, DAY)",
                "insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount, made_by) "
                        + "values (RECEIPT, DAY, 1, DAY, 'Thu nợ khoản vay B10000000', 'repayment:' || RECEIPT, 2, 100000, MAKER)",
                "insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit, loan_id, borrower_id, term_class, debt_group) "
                        + "values (RECEIPT, DAY, 1, '112', 100000, 0, LOAN, 20000000, 'MEDIUM', 1), (RECEIPT, DAY, 2, '33881', 0, 100000, LOAN, 20000000, 'MEDIUM', 1)",
                "insert into servicing.repayment (id, fund_id, loan_id, turn, amount, value_date, booked_on, channel, reference, "
                        + "principal, interest, overdue_interest, late_interest, credit, entry_id, voucher_id, made_by) values "
                        + "(RECEIPT, 1, LOAN, 1000 + :n, 100000, DAY, DAY, 'BANK', 'floor' || :n, 0, 0, 0, 0, 100000, RECEIPT, RECEIPT, MAKER)",
                "insert into workflow.case_event (fund_id, subject_type, subject_id, happened_on, person_id, by_name, code, args, for_borrower) "
                        + "values (1, 'LOAN', LOAN, DAY, MAKER, 'Kế toán', 'servicing.event.received', "
                        + "'[\"100.000 đ\", \"01/04/2026\", \"#servicing.channel.bank\", \"100.000.000 đ\"]', true)",
                "update servicing.standing set credit = credit + 100000, recorded_at = clock_timestamp() where loan_id = LOAN",
                "update servicing.running_interest set accrued = accrued + 1000, accrued_through = DAY where loan_id = LOAN",
                "update documents.number_series set last = last + 1 where fund_id = 1 and kind = 'BC' and year = 2026",
                "insert into vouchers.voucher (id, fund_id, kind, year, number, issued_on, entry_id, amount, party, party_address, text, made_by, search_text) "
                        + "values (RECEIPT, 1, 'CREDIT_ADVICE', 2026, 1000000 + :n, DAY, RECEIPT, 100000, 'HTX Bench', 'Thôn 1, Xã A, Tỉnh B', "
                        + "'Thu nợ khoản vay B10000000', MAKER, '0001/2026/bc htx bench thu no khoan vay b10000000')",
                "insert into access.audit_log (fund_id, person_id, username, what, subject_type, subject_id, detail) "
                        + "values (1, MAKER, 'bench', 'TakeRepayment', 'LOAN', LOAN, '100.000 đ · 01/04/2026 · BANK')")
                .map(sql -> sql.replace("DAY", "date '" + day + "'").replace("MAKER", Long.toString(maker.id()))
                        .replace("LOAN, ", loan + ", ").replace("= LOAN", "= " + loan).replace("ACCRUAL", accrual)
                        .replace("RECEIPT", receipt)).toList();
    }

    private static long backDated(BenchProgram program, TakeRepayment act, Actor accountant, LocalDate today) {
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
                    new Receipt(Dong.of(50_000), today.minusDays(4), Channel.BANK, "D" + turn, null)))));
        }
        return took.stream().skip(5).sorted().toList().get(7);
    }

    private static String table(String floor, List<Round> rounds, long backDated) {
        String text = "# Repayments, " + CLIENTS + " clients, " + LOANS + " each round (a second)\n\n"
                + "| round | through the act | same rows by " + floor + " | share (≥ 50 %) |\n|---|---|---|---|\n";
        for (int i = 0; i < rounds.size(); i++) {
            text += "| %d | %d | %d | %d %% |%n".formatted(i + 1, rounds.get(i).act(), rounds.get(i).floor(),
                    Math.round(100.0 * rounds.get(i).act() / rounds.get(i).floor()));
        }
        return text + "\nA repayment back-dated by four days on a loan with " + EVENTS + " events: " + backDated
                + " ms (median of 15).\n\nBoth write into the same tables of the durable database, with every guard, one commit a "
                + "receipt, and add as many rows (counted, and refused where they differ): " + rounds.get(0).rows() + "\n";
    }
}
