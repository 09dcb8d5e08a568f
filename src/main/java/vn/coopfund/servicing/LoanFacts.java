package vn.coopfund.servicing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
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

    /**
     * What is recorded of a loan; under its lock nothing comes in between.
     *
     * @param standing the facts that were not taken back
     * @param nextTurn the order of the next fact, whatever its kind
     */
    record Recorded(List<LoanFact> standing, int nextTurn) {
    }

    Recorded recorded(Loan loan) {
        int[] last = {0};
        List<LoanFact> standing = read(List.of(loan), STANDING, null, turn -> last[0] = Math.max(last[0], turn))
                .get(loan.id());
        return new Recorded(standing, last[0] + 1);
    }

    List<LoanFact> of(Loan loan) {
        return recorded(loan).standing();
    }

    /** The facts of many loans, by loan: none of them is missing in the answer. */
    Map<Long, List<LoanFact>> of(Collection<Loan> loans) {
        return read(loans, STANDING, null, turn -> { });
    }

    /** The facts that stood in the books at the end of a day, whatever was booked or taken back later. */
    Map<Long, List<LoanFact>> bookedBy(Collection<Loan> loans, LocalDate day) {
        return read(loans, BOOKED, day, turn -> { });
    }

    /** Every kind in one question; what has no such part is empty there. Which rows stand, is said kind by kind. */
    private static String asked(String disbursement, String repayment, String refund, String waiver, String restructure,
            String acceleration, String takenOn) {
        return """
                select 'DISBURSEMENT' as kind, loan_id, id, paid_on as value_date, turn, amount, null as early,
                       0::bigint as interest, 0::bigint as overdue_interest, 0::bigint as late_interest,
                       null::date as due_on, %s as stands
                from servicing.disbursement where loan_id = any (:loans)
                union all select 'PAYMENT', loan_id, id, value_date, turn, amount, early, 0, 0, 0, null, %s
                from servicing.repayment where loan_id = any (:loans)
                union all select 'REFUND', loan_id, id, value_date, turn, amount, null, 0, 0, 0, null, %s
                from servicing.refund where loan_id = any (:loans)
                union all select 'WAIVER', loan_id, id, value_date, turn, 0, null, interest, overdue_interest, late_interest, null, %s
                from servicing.waiver where loan_id = any (:loans)
                union all select 'RESTRUCTURE', loan_id, id, value_date, turn, 0, null, 0, 0, 0, arrears_due_on, %s
                from servicing.restructure where loan_id = any (:loans)
                union all select 'ACCELERATION', loan_id, id, value_date, turn, 0, null, 0, 0, 0, pay_by, %s
                from servicing.acceleration where loan_id = any (:loans)
                union all select 'TAKEN_ON', loan_id, loan_id, value_date, 0, principal, null, interest_accrued, 0, 0, null, %s
                from servicing.taken_on where loan_id = any (:loans)"""
                .formatted(disbursement, repayment, refund, waiver, restructure, acceleration, takenOn);
    }

    private static final String STANDING = asked("state = 'PAID'", "reversed_on is null", "true", "true",
            "not exists (select 1 from servicing.restructure_reversal back where back.restructure_id = restructure.id)",
            "not exists (select 1 from servicing.acceleration_reversal back where back.acceleration_id = acceleration.id)",
            "true");
    private static final String BOOKED = asked("paid_on <= :day and (state = 'PAID' or return_booked_on > :day)",
            "booked_on <= :day and (reversed_on is null or reversal_booked_on > :day)",
            "booked_on <= :day",
            """
            coalesce((select min(p.booked_on) from servicing.waiver_posting p
                      where p.loan_id = waiver.loan_id and p.value_date = waiver.value_date), value_date) <= :day""",
            """
            value_date <= :day and not exists (select 1 from servicing.restructure_reversal back
                where back.restructure_id = restructure.id and back.reversed_on <= :day)""",
            """
            value_date <= :day and not exists (select 1 from servicing.acceleration_reversal back
                where back.acceleration_id = acceleration.id and back.reversed_on <= :day)""",
            "value_date <= :day");

    private Map<Long, List<LoanFact>> read(Collection<Loan> loans, String asked, LocalDate day, IntConsumer turns) {
        Map<Long, List<LoanFact>> facts = new HashMap<>();
        loans.forEach(loan -> facts.put(loan.id(), new ArrayList<>()));
        JdbcClient.StatementSpec question = jdbc.sql(asked).param("loans", facts.keySet().toArray(Long[]::new));
        (day == null ? question : question.param("day", day)).query(row -> {
            turns.accept(row.getInt("turn"));
            if (row.getBoolean("stands")) {
                facts.get(row.getLong("loan_id")).add(fact(row));
            }
        });
        return facts;
    }

    private LoanFact fact(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("value_date", LocalDate.class);
        int turn = row.getInt("turn");
        long amount = row.getLong("amount");
        return switch (row.getString("kind")) {
            case "DISBURSEMENT" -> new LoanFact.Disbursement(on, turn, amount);
            case "PAYMENT" -> payment(row.getLong("id"), on, turn, amount, early(row));
            case "REFUND" -> new LoanFact.Refund(on, turn, amount);
            case "WAIVER" -> new LoanFact.Waiver(on, turn, row.getLong("interest"), row.getLong("overdue_interest"),
                    row.getLong("late_interest"));
            case "RESTRUCTURE" -> new LoanFact.Restructure(on, turn, rowsOf(row.getLong("id")),
                    row.getObject("due_on", LocalDate.class));
            case "ACCELERATION" -> new LoanFact.Acceleration(on, turn, row.getObject("due_on", LocalDate.class));
            default -> new LoanFact.TakenOn(on, turn, amount, arrearsOf(row.getLong("loan_id")), row.getLong("interest"));
        };
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
        return recorded(loan).nextTurn();
    }

    static LoanFact disbursement(Loan loan, LocalDate on) {
        return new LoanFact.Disbursement(on, 0, Dong.longOf(loan.principal()));
    }

    static LoanFact.Payment payment(long id, LocalDate on, int turn, long amount, EarlyRepayment early) {
        return new LoanFact.Payment(String.valueOf(id), on, turn, amount, early);
    }
}
