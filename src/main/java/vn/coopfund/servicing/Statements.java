package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The statement of a loan: every movement of money as it was recorded, with the balances after it. */
@Component
public class Statements {

    private final LoanDesk desk;
    private final JdbcClient jdbc;

    Statements(LoanDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /**
     * One movement, in đồng.
     *
     * @param kind             DISBURSEMENT, RECEIPT, CREDIT_USED and so on: message key {@code servicing.statement.kind.*}
     * @param paidOut          what the borrower received
     * @param received         what the borrower paid
     * @param credit           what was kept for the borrower; below zero where it was used
     * @param principalBalance principal owed after it
     * @param creditBalance    the borrower's credit after it
     */
    public record Movement(LocalDate valueDate, LocalDate bookedOn, String kind, String reference, long paidOut,
            long received, long principal, long interest, long overdueInterest, long lateInterest, long credit,
            long principalBalance, long creditBalance, Long voucher) {

        Movement after(Movement before) {
            long owed = (before == null ? 0 : before.principalBalance) + paidOut - principal;
            long kept = (before == null ? 0 : before.creditBalance) + credit;
            return new Movement(valueDate, bookedOn, kind, reference, paidOut, received, principal, interest,
                    overdueInterest, lateInterest, credit, owed, kept, voucher);
        }
    }

    @Transactional(readOnly = true)
    public List<Movement> of(long loanId) {
        List<Movement> statement = new ArrayList<>();
        Movement[] before = new Movement[1];
        jdbc.sql(MOVEMENTS).param("loan", desk.look(loanId).id()).query(Movement.class).list().forEach(movement -> {
            before[0] = movement.after(before[0]);
            statement.add(before[0]);
        });
        return statement;
    }

    private static final String MOVEMENTS = """
            select value_date, booked_on, kind, reference, paid_out, received, principal, interest, overdue_interest,
                   late_interest, credit, 0 as principal_balance, 0 as credit_balance, voucher
            from (
                select paid_on as value_date, paid_on as booked_on, 'DISBURSEMENT' as kind, reference,
                       amount as paid_out, 0 as received, 0 as principal, 0 as interest, 0 as overdue_interest,
                       0 as late_interest, 0 as credit, voucher_id as voucher,
                       coalesce(paid_at, timestamptz '-infinity') as recorded_at
                from servicing.disbursement where loan_id = :loan and state in ('PAID', 'RETURNED')
                union all
                select returned_on, return_booked_on, 'DISBURSEMENT_RETURNED', return_reason, -amount, 0, 0, 0, 0, 0, 0,
                       null, returned_at
                from servicing.disbursement where loan_id = :loan and state = 'RETURNED'
                union all
                select value_date, booked_on, 'RECEIPT', reference, 0, amount, principal, interest, overdue_interest,
                       late_interest, credit, voucher_id, recorded_at
                from servicing.repayment where loan_id = :loan
                union all
                select value_date, reversal_booked_on, 'RECEIPT_REVERSED', reversal_reason, 0, -amount, -principal,
                       -interest, -overdue_interest, -late_interest, -credit, null, reversed_at
                from servicing.repayment where loan_id = :loan and reversed_on is not null
                union all
                select value_date, booked_on, reason, null, 0, 0, principal, interest, overdue_interest,
                       late_interest, credit, null, recorded_at
                from servicing.reallocation where loan_id = :loan
            ) as movement order by recorded_at, value_date""";
}
