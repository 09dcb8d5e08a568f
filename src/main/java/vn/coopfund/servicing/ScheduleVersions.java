package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RepaymentSchedule;

/** Keeps every schedule that a loan ever had. */
@Component
class ScheduleVersions {

    /** Why there is a new one. */
    enum Reason { CONTRACT, NEW_DATES, DISBURSEMENT, EARLY_REPAYMENT, REVERSAL, RESTRUCTURE, TAKEN_ON, CALENDAR, ACCELERATION }

    /** A row as kept; {@code number} from 1, amounts in đồng. */
    record Row(int number, LocalDate fromOn, LocalDate dueOn, int days, long principal, long interest, long balance) {
    }

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    ScheduleVersions(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** The number that the next one will have. */
    int next(Loan loan) {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from servicing.schedule_version where loan_id = ?")
                .param(loan.id()).query(Integer.class).single();
    }

    void keepContract(Loan loan, RepaymentSchedule contract) {
        keep(loan, Reason.CONTRACT, contract);
    }

    void keepNewDates(Loan loan, RepaymentSchedule contract) {
        keep(loan, Reason.NEW_DATES, contract);
    }

    private void keep(Loan loan, Reason reason, RepaymentSchedule contract) {
        keep(loan, reason, contract.rows().stream().map(row -> new Row(row.number(), row.from(), row.dueOn(),
                row.days(), row.principal(), row.interest(), row.balance())).toList());
    }

    /** Rows that ask for nothing any more are left out, and what was due before a loan was taken on. */
    void keep(Loan loan, Reason reason, LoanPosition position) {
        keep(loan, reason, position.rows().stream().filter(row -> row.payment() > 0 && row.dueOn().isAfter(row.from()) && row.days() > 0)
                .map(row -> new Row(row.number(), row.from(), row.dueOn(), row.days(), row.principal(), row.interest(),
                        row.balance())).toList());
    }

    private void keep(Loan loan, Reason reason, List<Row> rows) {
        int version = jdbc.sql("""
                insert into servicing.schedule_version (loan_id, version, reason, made_on)
                select :loan, coalesce(max(version), 0) + 1, :reason, :on from servicing.schedule_version
                where loan_id = :loan returning version""")
                .param("loan", loan.id()).param("reason", reason.name()).param("on", businessDay.today())
                .query(Integer.class).single();
        rows.forEach(row -> jdbc.sql("""
                insert into servicing.schedule_row (loan_id, version, number, from_on, due_on, days, principal,
                    interest, balance) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(loan.id(), version, row.number(), row.fromOn(), row.dueOn(), row.days(), row.principal(),
                        row.interest(), row.balance()).update());
    }
}
