package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;

/**
 * At the close of a due date the borrower's credit meets what fell due. Closing again finds nothing left to do, and a
 * day before the loan's latest receipt was settled with that receipt.
 */
@Component
class UseCredit implements DayCloseStep {

    private final JdbcClient jdbc;
    private final LoanDesk desk;
    private final Positions positions;
    private final LoanBooks books;
    private final AfterMoney afterMoney;

    UseCredit(JdbcClient jdbc, LoanDesk desk, Positions positions, LoanBooks books, AfterMoney afterMoney) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.positions = positions;
        this.books = books;
        this.afterMoney = afterMoney;
    }

    @Override
    public String name() {
        return "creditUsed";
    }

    @Override
    public int order() {
        return 30;
    }

    private List<Long> concerned(LocalDate day) {
        return jdbc.sql("""
                select l.id from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.fund_id = :fund and l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED', 'CHARGED_OFF') and s.credit > 0
                  and (s.next_event_on <= :day
                       or exists (select 1 from servicing.schedule_row r where r.loan_id = l.id and r.due_on = :day))
                  and not exists (select 1 from servicing.repayment p where p.loan_id = l.id and p.value_date > :day
                                    and p.reversed_on is null)
                order by l.id""")
                .param("fund", Actors.current().fundId()).param("day", day).query(Long.class).list();
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(concerned(day).size());
    }

    @Override
    public int run(LocalDate day) {
        return concerned(day).stream().mapToInt(id -> use(desk.lock(Subject.loan(id)), day)).sum();
    }

    private int use(Loan loan, LocalDate day) {
        RunningLoan running = positions.of(loan);
        LoanPosition closed = running.atClose(day);
        Allocation used = books.standing(loan).missing(closed);
        if (Allocations.isNone(used)) {
            return 0;
        }
        books.accrue(loan, running, day, day);
        books.reallocate(loan, LoanBooks.Reason.CREDIT_USED, day, used);
        afterMoney.creditUsed(loan, used, closed);
        return 1;
    }
}
