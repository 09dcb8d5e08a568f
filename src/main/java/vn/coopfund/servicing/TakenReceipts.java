package vn.coopfund.servicing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.web.Refusal;

/** The receipts of a loan, those that were taken back too. */
@Component
public class TakenReceipts {

    private final LoanDesk desk;
    private final JdbcClient jdbc;

    TakenReceipts(LoanDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<TakenReceipt> of(long loanId) {
        return jdbc.sql("select * from servicing.repayment where loan_id = ? order by value_date desc, turn desc")
                .param(desk.look(loanId).id()).query(TakenReceipts::read).list();
    }

    @Transactional(readOnly = true)
    public TakenReceipt byId(long loanId, long id) {
        return of(loanId).stream().filter(receipt -> receipt.id() == id).findFirst().orElseThrow(Refusal::notFound);
    }

    /** The latest that stands; empty where none does. */
    Optional<TakenReceipt> lastOf(Loan loan) {
        return of(loan.id()).stream().filter(TakenReceipt::stands).findFirst();
    }

    private static TakenReceipt read(ResultSet row, int number) throws SQLException {
        return new TakenReceipt(row.getLong("id"), row.getLong("loan_id"), row.getInt("turn"), Dong.of(row.getLong("amount")),
                row.getObject("value_date", LocalDate.class), row.getObject("booked_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")), row.getString("reference"),
                new Allocation(row.getLong("principal"), row.getLong("interest"), row.getLong("overdue_interest"),
                        row.getLong("late_interest"), row.getLong("credit")),
                row.getLong("entry_id"), row.getObject("voucher_id", Long.class),
                row.getObject("reversed_on", LocalDate.class), row.getString("reversal_reason"));
    }
}
