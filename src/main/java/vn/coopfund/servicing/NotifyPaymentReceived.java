package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;

/** Tells the borrower that the latest receipt arrived. */
@Act
public class NotifyPaymentReceived {

    private final LoanDesk desk;
    private final JdbcClient jdbc;
    private final BorrowerNotices notices;

    NotifyPaymentReceived(LoanDesk desk, JdbcClient jdbc, BorrowerNotices notices) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.notices = notices;
    }

    public void tell(Subject subject) {
        Loan loan = desk.look(subject.id());
        jdbc.sql("select amount, value_date from servicing.repayment where loan_id = ? and reversed_on is null order by turn desc limit 1")
                .param(loan.id()).query((row, number) -> {
                    MonetaryAmount amount = Dong.of(row.getLong("amount"));
                    notices.tell(loan, "servicing.notice.received", loan.number(), amount,
                            row.getObject("value_date", LocalDate.class));
                    return amount;
                }).list();
    }
}
