package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;

/** Writes down what a replay said, so that lists and the close of a day need not replay every loan. */
@Component
class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Loan loan, LoanPosition position) {
        LocalDate nextDueOn = loan.disbursedOn() == null ? null
                : position.nextDue().map(RowPosition::dueOn).orElse(null);
        jdbc.sql("""
                insert into servicing.standing (loan_id, principal_outstanding, credit, next_due_on)
                values (:loan, :principal, :credit, :next)
                on conflict (loan_id) do update set principal_outstanding = excluded.principal_outstanding,
                    credit = excluded.credit, next_due_on = excluded.next_due_on, recorded_at = clock_timestamp()""")
                .param("loan", loan.id()).param("principal", position.principalOutstanding())
                .param("credit", position.credit()).param("next", nextDueOn).update();
    }
}
