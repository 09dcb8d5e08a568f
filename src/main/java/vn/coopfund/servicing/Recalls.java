package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;

/** The decisions by which a loan was called back before its time (thu hồi nợ trước hạn). */
@Component
public class Recalls {

    private final JdbcClient jdbc;
    private final LoanDesk desk;
    private final Positions positions;
    private final BusinessDay businessDay;

    Recalls(JdbcClient jdbc, LoanDesk desk, Positions positions, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.positions = positions;
        this.businessDay = businessDay;
    }

    /**
     * One of them.
     *
     * @param payBy       the day by which everything is to be paid
     * @param principal   what was not yet due on the day of the decision, đồng
     * @param notice      number of the notice to the borrower
     * @param deliveredOn when the notice reached the borrower, or null
     * @param holds       it stands, and no restructuring came after it
     */
    public record Recall(long id, LocalDate valueDate, LocalDate payBy, String why, long principal, String notice,
            LocalDate deliveredOn, LocalDate reversedOn, String reversalWhy, boolean holds) {
    }

    /** All of a loan, the latest first. */
    @Transactional(readOnly = true)
    public List<Recall> of(long loanId) {
        return jdbc.sql("""
                select a.id, a.value_date, a.pay_by, a.why, a.principal, a.notice_number as notice,
                       (select max(d.delivered_on) from servicing.acceleration_delivery d where d.acceleration_id = a.id) as delivered_on,
                       back.reversed_on, back.why as reversal_why,
                       back.reversed_on is null and not exists (select 1 from servicing.dates_decided later
                           where later.loan_id = a.loan_id and later.turn > a.turn) as holds
                from servicing.acceleration a left join servicing.acceleration_reversal back on back.acceleration_id = a.id
                where a.loan_id = ? order by a.turn desc""").param(loanId).query(Recall.class).list();
    }

    /** The one that holds. */
    @Transactional(readOnly = true)
    public Optional<Recall> holding(long loanId) {
        return of(loanId).stream().filter(Recall::holds).findFirst();
    }

    Optional<Recall> holding(Loan loan) {
        return holding(loan.id());
    }

    /** Whether a loan may be called back today: it runs in the balance sheet and some principal is not yet due. */
    @Transactional(readOnly = true)
    public boolean isPossible(Subject subject) {
        Loan loan = desk.look(subject.id());
        return loan.state().isInBooks() && loan.state() != LoanState.ACCELERATED
                && notYetDue(positions.at(loan, businessDay.today())) > 0;
    }

    /** Principal of rows that fall due after the position's day and whose interest still runs, đồng. */
    static long notYetDue(LoanPosition position) {
        return position.rows().stream().filter(row -> row.dueOn().isAfter(position.day()))
                .filter(row -> row.from().plusDays(row.days()).isAfter(position.day()))
                .mapToLong(RowPosition::principalUnpaid).sum();
    }
}
