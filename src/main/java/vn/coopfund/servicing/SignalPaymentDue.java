package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.workflow.Processes;

/** At the close of a day, tells the processes of the loans with a row due ten days later. */
@Component
class SignalPaymentDue implements DayCloseStep {

    static final int DAYS_BEFORE = 10;

    private final JdbcClient jdbc;
    private final Processes processes;

    SignalPaymentDue(JdbcClient jdbc, Processes processes) {
        this.jdbc = jdbc;
        this.processes = processes;
    }

    @Override
    public String name() {
        return "dueNotices";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public int run(LocalDate day) {
        List<Long> fresh = jdbc.sql("""
                insert into servicing.signal (loan_id, kind, due_on, days, said_on)
                select l.id, 'PAYMENT_DUE', r.due_on, 0, :day
                from servicing.loan l join servicing.standing s on s.loan_id = l.id
                join servicing.schedule_row r on r.loan_id = l.id and r.due_on = :due and r.version =
                    (select max(version) from servicing.schedule_version v where v.loan_id = l.id)
                where l.fund_id = :fund and l.state = 'ACTIVE' and s.next_due_on <= r.due_on
                on conflict do nothing returning loan_id""")
                .param("fund", Actors.current().fundId()).param("day", day).param("due", day.plusDays(DAYS_BEFORE))
                .query(Long.class).list();
        fresh.forEach(loan -> processes.tell("Message_PaymentDue", Subject.loan(loan)));
        return fresh.size();
    }
}
