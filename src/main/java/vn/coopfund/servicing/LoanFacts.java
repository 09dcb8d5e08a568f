package vn.coopfund.servicing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.PrincipalDue;

/** What happened to a loan, read from its rows: the payment out, and every receipt in the order it was recorded. */
@Component
class LoanFacts {

    private final JdbcClient jdbc;

    LoanFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LoanFact> of(Loan loan) {
        return of(List.of(loan)).get(loan.id());
    }

    /** The facts of many loans, by loan: none of them is missing in the answer. */
    Map<Long, List<LoanFact>> of(Collection<Loan> loans) {
        return read(loans, STANDING, null);
    }

    /** The facts that stood in the books at the end of a day, whatever was booked or taken back later. */
    Map<Long, List<LoanFact>> bookedBy(Collection<Loan> loans, LocalDate day) {
        return read(loans, BOOKED, day);
    }

    /** Which rows count, by kind of fact. */
    private record Counted(String disbursement, String repayment, String refund, String waiver, String restructure,
            String takenOn) {
    }

    private static final Counted STANDING = new Counted("state = 'PAID'", "reversed_on is null", "true", "true",
            "not exists (select 1 from servicing.restructure_reversal back where back.restructure_id = id)", "true");
    private static final Counted BOOKED = new Counted(
            "paid_on <= :day and (state = 'PAID' or return_booked_on > :day)",
            "booked_on <= :day and (reversed_on is null or reversal_booked_on > :day)",
            "booked_on <= :day",
            """
            coalesce((select min(p.booked_on) from servicing.waiver_posting p
                      where p.loan_id = waiver.loan_id and p.value_date = waiver.value_date), value_date) <= :day""",
            """
            value_date <= :day and not exists (select 1 from servicing.restructure_reversal back
                where back.restructure_id = id and back.reversed_on <= :day)""",
            "value_date <= :day");

    private Map<Long, List<LoanFact>> read(Collection<Loan> loans, Counted counted, LocalDate day) {
        Map<Long, List<LoanFact>> facts = new HashMap<>();
        loans.forEach(loan -> facts.put(loan.id(), new ArrayList<>()));
        read(facts, day, "paid_on as value_date, turn, amount from servicing.disbursement", counted.disbursement(),
                row -> new LoanFact.Disbursement(day(row), row.getInt("turn"), row.getLong("amount")));
        read(facts, day, "id, value_date, turn, amount, early from servicing.repayment", counted.repayment(),
                row -> payment(row.getLong("id"), day(row), row.getInt("turn"), row.getLong("amount"), early(row)));
        read(facts, day, "value_date, turn, amount from servicing.refund", counted.refund(),
                row -> new LoanFact.Refund(day(row), row.getInt("turn"), row.getLong("amount")));
        read(facts, day, "value_date, turn, interest, overdue_interest, late_interest from servicing.waiver", counted.waiver(),
                row -> new LoanFact.Waiver(day(row), row.getInt("turn"), row.getLong("interest"),
                        row.getLong("overdue_interest"), row.getLong("late_interest")));
        read(facts, day, "id, value_date, turn, arrears_due_on from servicing.restructure", counted.restructure(),
                row -> new LoanFact.Restructure(day(row), row.getInt("turn"), rowsOf(row.getLong("id")),
                        row.getObject("arrears_due_on", LocalDate.class)));
        read(facts, day, "value_date, principal, interest_accrued from servicing.taken_on", counted.takenOn(),
                row -> new LoanFact.TakenOn(day(row), 0, row.getLong("principal"), arrearsOf(row.getLong("loan_id")),
                        row.getLong("interest_accrued")));
        return facts;
    }

    /** Reads one fact from a row. */
    @FunctionalInterface
    private interface Read {
        LoanFact of(ResultSet row) throws SQLException;
    }

    private void read(Map<Long, List<LoanFact>> facts, LocalDate day, String columns, String counted, Read fact) {
        JdbcClient.StatementSpec question = jdbc.sql("select loan_id, " + columns + " where loan_id = any (:loans) and (" + counted
                + ")").param("loans", facts.keySet().toArray(Long[]::new));
        (day == null ? question : question.param("day", day))
                .query((row, number) -> facts.get(row.getLong("loan_id")).add(fact.of(row))).list();
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("value_date", LocalDate.class);
    }

    private static EarlyRepayment early(ResultSet row) throws SQLException {
        String early = row.getString("early");
        return early == null ? null : EarlyRepayment.valueOf(early);
    }

    private List<LoanFact.Arrear> arrearsOf(long loan) {
        return jdbc.sql("select due_on, principal, interest, overdue_interest, late_interest "
                + "from servicing.taken_on_arrear where loan_id = ?").param(loan).query(LoanFact.Arrear.class).list();
    }

    private List<PrincipalDue> rowsOf(long restructure) {
        return jdbc.sql("select due_on, amount from servicing.restructure_row where restructure_id = ? order by number")
                .param(restructure).query(PrincipalDue.class).list();
    }

    /** The order of the next fact, whatever its kind; asked under the loan's lock. */
    int nextTurn(Loan loan) {
        return jdbc.sql("""
                select coalesce(max(turn), 0) + 1 from (
                    select turn from servicing.repayment where loan_id = :loan
                    union all select turn from servicing.disbursement where loan_id = :loan
                    union all select turn from servicing.refund where loan_id = :loan
                    union all select turn from servicing.waiver where loan_id = :loan
                    union all select turn from servicing.restructure where loan_id = :loan) as fact""")
                .param("loan", loan.id()).query(Integer.class).single();
    }

    static LoanFact disbursement(Loan loan, LocalDate on) {
        return new LoanFact.Disbursement(on, 0, Dong.longOf(loan.principal()));
    }

    static LoanFact.Payment payment(long id, LocalDate on, int turn, long amount, EarlyRepayment early) {
        return new LoanFact.Payment(String.valueOf(id), on, turn, amount, early);
    }
}
