package vn.coopfund.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.WorkingDays;

/**
 * Active loans for benches, the same each time, inserted in sets straight into the tables: every day count, method and
 * scope, paid out over 500 days from September 2024, two years long, one in four paid monthly and the others quarterly.
 * All pay on their due dates through March 2026, but one in nineteen who stopped with the year 2025. A borrower has two:
 * debt groups go by the borrower. The books know them from {@link #open} on, as they know a loan that was taken on, and
 * each later receipt from {@link #receive} of its day: so the sub-ledger agrees with the books, as a healthy fund's does.
 */
final class BenchLoans {

    static final LocalDate FIRST = LocalDate.of(2024, 9, 1);
    static final LocalDate PAID_THROUGH = LocalDate.of(2026, 3, 31);
    static final long FIRST_ID = 10_000_000;

    private static final long FIRST_BORROWER = 20_000_000;
    private static final int CHUNK = 1000;
    private static final LocalDate STOPPED = LocalDate.of(2025, 12, 31);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final long borrower;
    private long repayments = 2_000_000_000L;

    BenchLoans(JdbcClient jdbc, TransactionTemplate transaction, long borrower) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.borrower = borrower;
    }

    private record Made(long id, int turn, LocalDate lentOn, LoanTerms terms, RepaymentSchedule schedule) {

        static Made of(int turn) {
            LocalDate lentOn = FIRST.plusDays(turn % 500);
            boolean monthly = turn % 4 == 0;
            RepaymentMethod method = RepaymentMethod.values()[turn / 4 % 3];
            RepaymentTerms repayment = RepaymentTerms.lend(principal(turn), lentOn)
                    .at(QuotedRate.aYear(rate(turn).toPlainString()), DayCount.values()[turn / 12 % 4])
                    .repay(method, monthly ? 24 : 8, Rhythm.months(monthly ? 1 : 3))
                    .firstDueOn(lentOn.plusMonths(monthly ? 1 : 3)).terms();
            LoanTerms terms = new LoanTerms(repayment, new BigDecimal("150"), new BigDecimal("10"),
                    OverdueScope.values()[turn / 48 % 2]);
            return new Made(FIRST_ID + turn, turn, lentOn, terms,
                    RepaymentSchedule.of(repayment, WorkingDays.WEEKENDS_OFF));
        }

        private long borrower() {
            return FIRST_BORROWER + turn / 2;
        }

        private static long principal(int turn) {
            return 100_000_000L + turn % 90 * 10_000_000L;
        }

        private static BigDecimal rate(int turn) {
            return new BigDecimal("4.8").add(new BigDecimal("0.3").multiply(BigDecimal.valueOf(turn % 7)));
        }

        boolean pays(RepaymentSchedule.Row row) {
            return row.payment() > 0 && !row.dueOn().isAfter(turn % 19 == 7 ? STOPPED : PAID_THROUGH);
        }
    }

    private record Row(Made loan, int number, RepaymentSchedule.Row row) {
    }

    void make(int count) {
        for (int from = 0; from < count; from += CHUNK) {
            List<Made> loans = IntStream.range(from, Math.min(from + CHUNK, count)).mapToObj(Made::of).toList();
            transaction.executeWithoutResult(status -> insert(loans));
        }
    }

    /** Brings what is owed at the end of a day into the books; interest is posted from what was not paid by then. */
    void open(LocalDate day) {
        inBooks(day, """
                create temporary table fresh on commit drop as
                select nextval('ledger.entry_seq') as id, l.id as loan_id, l.borrower_id, 'taken-on:' || l.id as fact,
                       l.number, l.principal - paid.principal as amount, paid.interest, paid.principal
                from servicing.loan l cross join lateral (
                    select coalesce(sum(p.principal), 0)::bigint as principal, coalesce(sum(p.interest), 0)::bigint as interest
                    from servicing.repayment p where p.loan_id = l.id and p.value_date <= :day) paid
                where l.id >= :first and l.disbursed_on <= :day""",
                "2", """
                select id, :day, 1, '1283', amount, 0, loan_id, borrower_id, null from fresh union all
                select id, :day, 2, '4118', 0, amount, loan_id, borrower_id, source
                from fresh, (select min(id) as source from funding.capital_source where account = '4118') s""", """
                insert into servicing.accrual (id, loan_id, through_on, amount, booked_on, entry_id)
                select nextval('servicing.accrual_seq'), loan_id, :day, interest, :day, id from fresh where interest > 0""");
    }

    /** Brings a day's receipts into the books, as the act did when they came. */
    void receive(LocalDate day) {
        inBooks(day, """
                create temporary table fresh on commit drop as
                select nextval('ledger.entry_seq') as id, l.id as loan_id, l.borrower_id, 'repayment:' || p.id as fact,
                       l.number, p.amount, p.interest, p.principal
                from servicing.repayment p join servicing.loan l on l.id = p.loan_id
                where l.id >= :first and p.value_date = :day and p.amount > 0""",
                "1 + (principal > 0)::int + (interest > 0)::int", """
                select id, :day, 1, '112', amount, 0, loan_id, borrower_id, null::bigint from fresh union all
                select id, :day, 2, '1388', 0, interest, loan_id, borrower_id, null from fresh where interest > 0 union all
                select id, :day, 2 + (interest > 0)::int, '1283', 0, principal, loan_id, borrower_id, null
                from fresh where principal > 0""");
    }

    private void inBooks(LocalDate day, String fresh, String lineCount, String lines, String... more) {
        transaction.executeWithoutResult(status -> Stream.concat(Stream.of(fresh,
                        "insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) select 1, fact, id, :day from fresh",
                        "insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount, made_by, "
                                + "checked_by) select id, :day, 1, :day, 'Khoản vay ' || number, fact, " + lineCount + ", amount, "
                                + "hand[1], hand[2] from fresh, (select array_agg(id order by id) as hand from access.person) hands",
                        "insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit, loan_id, borrower_id, "
                                + "capital_source_id) " + lines), Arrays.stream(more))
                .forEach(sql -> jdbc.sql(sql).param("day", day).param("first", FIRST_ID).update()));
    }

    private void insert(List<Made> loans) {
        insertBorrowers(loans);
        insertLoans(loans);
        insertDisbursements(loans);
        jdbc.sql("""
                insert into servicing.schedule_version (loan_id, version, reason, made_on)
                select id, 1, 'CONTRACT', on_day from unnest(?, ?::date[]) as made(id, on_day)""")
                .params(longs(loans, Made::id), words(loans, Made::lentOn)).update();
        List<Row> rows = new ArrayList<>();
        loans.forEach(loan -> IntStream.range(0, loan.schedule().rows().size())
                .forEach(i -> rows.add(new Row(loan, i + 1, loan.schedule().rows().get(i)))));
        insertRows(rows);
        insertPayments(rows.stream().filter(row -> row.loan().pays(row.row())).toList());
        jdbc.sql("insert into servicing.standing (loan_id, principal_outstanding, credit) select id, 0, 0 from unnest(?) as id")
                .params(List.of((Object) longs(loans, Made::id))).update();
        jdbc.sql("""
                insert into funding.exposure (id, fund_id, borrower_id, application_id, loan_id, outstanding)
                select nextval('funding.exposure_seq'), 1, borrower, id, id, principal from unnest(?, ?, ?) as e(id, borrower, principal)""")
                .params(longs(loans, Made::id), longs(loans, Made::borrower), longs(loans, loan -> loan.terms().repayment().principal())).update();
    }

    private void insertBorrowers(List<Made> loans) {
        jdbc.sql("""
                insert into cooperatives.borrower select (jsonb_populate_record(known,
                    jsonb_build_object('id', fresh, 'number', lpad(fresh::text, 10, '0')))).*
                from cooperatives.borrower known, unnest(?) as fresh where known.id = ?""")
                .params(loans.stream().map(Made::borrower).distinct().toArray(Long[]::new), borrower).update();
    }

    private static String order(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(","));
    }

    private void insertDisbursements(List<Made> loans) {
        jdbc.sql("""
                insert into servicing.disbursement (id, loan_id, version, amount, channel, planned_on, state, prepared_by,
                    checked_by, approved_by, paid_by, paid_on)
                select id, id, 0, principal, 'CASH', lent, 'PAID', hand[1], hand[2], hand[3], hand[4], lent
                from unnest(?, ?, ?::date[]) as made(id, principal, lent),
                    (select array_agg(id order by id) as hand from access.person) as hands""")
                .params(longs(loans, Made::id), longs(loans, loan -> loan.terms().repayment().principal()),
                        words(loans, Made::lentOn)).update();
    }

    private void insertLoans(List<Made> loans) {
        jdbc.sql("""
                insert into servicing.loan (id, fund_id, version, number, application_id, contract_number, borrower_id,
                    project_name, search_text, signed_on, state, principal, annual_rate, overdue_factor,
                    late_interest_rate, day_count, method, instalments, months_between, planned_on, first_due_on,
                    overdue_scope, allocation_in_term, allocation_overdue, secured, disbursed_on, drawn)
                select id, 1, 0, 'B' || id, id, 'B' || id, borrower, 'Bench', 'bench', lent, 'ACTIVE', principal, rate, 150, 10,
                    day_count, method, instalments, months, lent, due, scope, ?, ?, false, lent, principal
                from unnest(?, ?, ?, ?::numeric[], ?, ?, ?, ?, ?::date[], ?::date[], ?) as made(id, borrower, principal, rate,
                    day_count, method, instalments, months, lent, due, scope)""")
                .params(order(Part.IN_TERM_ORDER), order(Part.OVERDUE_ORDER), longs(loans, Made::id),
                        longs(loans, Made::borrower), longs(loans, loan -> loan.terms().repayment().principal()),
                        words(loans, loan -> Made.rate(loan.turn())),
                        words(loans, loan -> loan.terms().repayment().dayCount()),
                        words(loans, loan -> loan.terms().repayment().method()),
                        ints(loans, loan -> loan.schedule().rows().size()),
                        ints(loans, loan -> loan.turn() % 4 == 0 ? 1 : 3), words(loans, Made::lentOn),
                        words(loans, loan -> loan.schedule().rows().get(0).dueOn()),
                        words(loans, loan -> loan.terms().overdueScope()))
                .update();
    }

    private void insertRows(List<Row> rows) {
        jdbc.sql("""
                insert into servicing.schedule_row (loan_id, version, number, from_on, due_on, days, principal, interest, balance)
                select id, 1, number, from_on, due_on, days, principal, interest, balance
                from unnest(?, ?, ?::date[], ?::date[], ?, ?, ?, ?)
                    as r(id, number, from_on, due_on, days, principal, interest, balance)""")
                .params(longs(rows, each -> each.loan().id()), ints(rows, Row::number),
                        words(rows, each -> each.row().from()), words(rows, each -> each.row().dueOn()),
                        ints(rows, each -> each.row().days()), longs(rows, each -> each.row().principal()),
                        longs(rows, each -> each.row().interest()), longs(rows, each -> each.row().balance()))
                .update();
    }

    private void insertPayments(List<Row> rows) {
        long first = repayments;
        repayments += rows.size();
        jdbc.sql("""
                insert into servicing.repayment (id, fund_id, loan_id, turn, amount, value_date, booked_on, channel,
                    reference, principal, interest, overdue_interest, late_interest, credit, entry_id)
                select ? + place, 1, id, number, principal + interest, due_on, due_on, 'BANK', 'B' || id || '-' || number,
                    principal, interest, 0, 0, 0, 0
                from unnest(?, ?, ?::date[], ?, ?) with ordinality as p(id, number, due_on, principal, interest, place)""")
                .params(first, longs(rows, each -> each.loan().id()), ints(rows, Row::number),
                        words(rows, each -> each.row().dueOn()), longs(rows, each -> each.row().principal()),
                        longs(rows, each -> each.row().interest()))
                .update();
    }

    private static <T> Long[] longs(List<T> all, Function<T, Long> part) {
        return all.stream().map(part).toArray(Long[]::new);
    }

    private static <T> Integer[] ints(List<T> all, Function<T, Integer> part) {
        return all.stream().map(part).toArray(Integer[]::new);
    }

    private static <T> String[] words(List<T> all, Function<T, Object> part) {
        return all.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
