package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.workflow.Processes;

/** At the close of a day, tells the processes of the loans with a row due as many days later as the regulation says. */
@Component
class SignalPaymentDue implements DayCloseStep {

    private final JdbcClient jdbc;
    private final Processes processes;
    private final LendingRegulations regulations;

    SignalPaymentDue(JdbcClient jdbc, Processes processes, LendingRegulations regulations) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.regulations = regulations;
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
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(jdbc.sql("select count(*) from (" + DUE + ") as due")
                .param("fund", Actors.current().fundId()).param("due", day.plusDays(regulations.on(day).noticeDays()))
                .query(Integer.class).single());
    }

    @Override
    public int run(LocalDate day) {
        List<Long> fresh = jdbc.sql("insert into servicing.signal (loan_id, kind, due_on, days, said_on) "
                        + "select id, 'PAYMENT_DUE', due_on, 0, :day from (" + DUE + ") as due "
                        + "on conflict do nothing returning loan_id")
                .param("fund", Actors.current().fundId()).param("day", day).param("due", day.plusDays(regulations.on(day).noticeDays()))
                .query(Long.class).list();
        processes.tellAll("Message_PaymentDue", fresh.stream().map(Subject::loan).toList());
        return fresh.size();
    }

    private static final String DUE = """
            select l.id, r.due_on from servicing.schedule_row r
            join servicing.loan l on l.id = r.loan_id join servicing.standing s on s.loan_id = l.id
            where r.due_on = :due and r.version =
                    (select max(version) from servicing.schedule_version v where v.loan_id = r.loan_id)
              and l.fund_id = :fund and l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED') and s.next_due_on <= r.due_on""";
}
