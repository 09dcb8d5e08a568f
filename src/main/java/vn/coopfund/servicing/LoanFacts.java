package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanFact;

/** What happened to a loan, read from its rows: the payment out, and every receipt in the order it was recorded. */
@Component
class LoanFacts {

    private final JdbcClient jdbc;

    LoanFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LoanFact> of(Loan loan) {
        List<LoanFact> facts = new ArrayList<>();
        if (loan.disbursedOn() != null) {
            facts.add(disbursement(loan, loan.disbursedOn()));
        }
        jdbc.sql("select id, value_date, turn, amount, early from servicing.repayment where loan_id = ?")
                .param(loan.id()).query((row, number) -> payment(row.getLong("id"),
                        row.getObject("value_date", LocalDate.class), row.getInt("turn"), row.getLong("amount"),
                        row.getString("early") == null ? null : EarlyRepayment.valueOf(row.getString("early"))))
                .list().forEach(facts::add);
        return facts;
    }

    /** The order of the next receipt; asked under the loan's lock. */
    int nextTurn(Loan loan) {
        return jdbc.sql("select coalesce(max(turn), 0) + 1 from servicing.repayment where loan_id = ?")
                .param(loan.id()).query(Integer.class).single();
    }

    static LoanFact disbursement(Loan loan, LocalDate on) {
        return new LoanFact.Disbursement(on, 0, Dong.longOf(loan.principal()));
    }

    static LoanFact.Payment payment(long id, LocalDate on, int turn, long amount, EarlyRepayment early) {
        return new LoanFact.Payment(String.valueOf(id), on, turn, amount, early);
    }
}
