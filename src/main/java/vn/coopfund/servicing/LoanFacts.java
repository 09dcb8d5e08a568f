package vn.coopfund.servicing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** A fact and the days of the books on which it stands. */
    record Dated(LoanFact fact, InBooks days) {
    }

    /**
     * What is recorded of a loan; under its lock nothing comes in between.
     *
     * @param all      every fact, those that were taken back too
     * @param nextTurn the order of the next fact, whatever its kind
     */
    record Recorded(List<Dated> all, int nextTurn) {

        List<LoanFact> standing() {
            return all.stream().filter(one -> one.days().stands()).map(Dated::fact).toList();
        }

        /** The facts that stood in the books at the end of a day, whatever was booked or taken back later. */
        List<LoanFact> bookedBy(LocalDate day) {
            return all.stream().filter(one -> one.days().stood(day)).map(Dated::fact).toList();
        }

        Recorded with(Dated more) {
            return new Recorded(Stream.concat(all.stream(), Stream.of(more)).toList(), nextTurn + 1);
        }
    }

    Recorded recorded(Loan loan) {
        return recorded(List.of(loan)).get(loan.id());
    }

    List<LoanFact> of(Loan loan) {
        return recorded(loan).standing();
    }

    /** The facts of many loans, by loan: none of them is missing in the answer. */
    Map<Long, List<LoanFact>> of(Collection<Loan> loans) {
        return each(loans, Recorded::standing);
    }

    /** Of many loans, the facts that stood in the books at the end of a day, whatever was booked or taken back later. */
    Map<Long, List<LoanFact>> bookedBy(Collection<Loan> loans, LocalDate day) {
        return each(loans, recorded -> recorded.bookedBy(day));
    }

    private Map<Long, List<LoanFact>> each(Collection<Loan> loans, Function<Recorded, List<LoanFact>> part) {
        return recorded(loans).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> part.apply(one.getValue())));
    }

    /**
     * Every kind in one question; what has no such part is empty there. Where nothing else is said a fact is booked on its
     * own day, which was the business date when it was decided.
     */
    private static final String ALL = """
            select 'DISBURSEMENT' as kind, loan_id, id, paid_on as value_date, turn, amount, null as early,
                   0::bigint as interest, 0::bigint as overdue_interest, 0::bigint as late_interest,
                   null::date as due_on, paid_on as booked, return_booked_on as taken_back
            from servicing.disbursement where loan_id = any (:loans)
            union all select 'PAYMENT', loan_id, id, value_date, turn, amount, early, 0, 0, 0, null, booked_on, reversal_booked_on
            from servicing.repayment where loan_id = any (:loans)
            union all select 'REFUND', loan_id, id, value_date, turn, amount, null, 0, 0, 0, null, booked_on, null
            from servicing.refund where loan_id = any (:loans)
            union all select 'WAIVER', loan_id, id, value_date, turn, 0, null, interest, overdue_interest, late_interest, null,
                   value_date, null
            from servicing.waiver where loan_id = any (:loans)
            union all select 'RESTRUCTURE', loan_id, id, value_date, turn, 0, null, 0, 0, 0, arrears_due_on, value_date,
                   (select reversed_on from servicing.restructure_reversal back where back.restructure_id = restructure.id)
            from servicing.restructure where loan_id = any (:loans)
            union all select 'ACCELERATION', loan_id, id, value_date, turn, 0, null, 0, 0, 0, pay_by, value_date,
                   (select reversed_on from servicing.acceleration_reversal back where back.acceleration_id = acceleration.id)
            from servicing.acceleration where loan_id = any (:loans)
            union all select 'TAKEN_ON', loan_id, loan_id, value_date, 0, principal, null, interest_accrued, 0, 0, null, value_date, null
            from servicing.taken_on where loan_id = any (:loans)""";

    private Map<Long, Recorded> recorded(Collection<Loan> loans) {
        Map<Long, List<Dated>> facts = new HashMap<>();
        Map<Long, Integer> turns = new HashMap<>();
        loans.forEach(loan -> facts.put(loan.id(), new ArrayList<>()));
        jdbc.sql(ALL).param("loans", facts.keySet().toArray(Long[]::new)).query(row -> {
            long loan = row.getLong("loan_id");
            turns.merge(loan, row.getInt("turn"), Math::max);
            LocalDate booked = row.getObject("booked", LocalDate.class);
            if (booked != null) {
                facts.get(loan).add(new Dated(fact(row), new InBooks(booked, row.getObject("taken_back", LocalDate.class))));
            }
        });
        return facts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> new Recorded(one.getValue(), turns.getOrDefault(one.getKey(), 0) + 1)));
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
