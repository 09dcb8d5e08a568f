package vn.coopfund.servicing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/**
 * At the close of a day, tells the processes of the loans that tomorrow are past due: on the first day, and whenever
 * the days past due reach a worse debt group. The same is never said twice.
 */
@Component
class SignalOverdue implements DayCloseStep {

    private final JdbcClient jdbc;
    private final Processes processes;
    private final CaseEvents events;

    SignalOverdue(JdbcClient jdbc, Processes processes, CaseEvents events) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.events = events;
    }

    private record Late(long loan, LocalDate dueOn) {
    }

    @Override
    public String name() {
        return "overdue";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public int run(LocalDate day) {
        LocalDate tomorrow = day.plusDays(1);
        List<Late> fresh = jdbc.sql("with " + DebtGroups.RULES + """
                , step as (
                    select 1 as days union select days_from from rule where criterion = 'DAYS_PAST_DUE' and days_from > 1)
                insert into servicing.signal (loan_id, kind, due_on, days, said_on)
                select s.loan_id, 'OVERDUE', s.next_due_on,
                       (select max(days) from step where days <= :tomorrow::date - s.next_due_on), :day
                from servicing.standing s
                where s.next_due_on <= :day and (select l.fund_id from servicing.loan l
                    where l.id = s.loan_id and l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED')) = :fund
                on conflict do nothing returning loan_id as loan, due_on""")
                .param("fund", Actors.current().fundId()).param("day", day).param("tomorrow", tomorrow)
                .query(Late.class).list();
        events.tellAllOn(tomorrow, "servicing.event.overdue", fresh.stream().map(late -> new CaseEvents.Told(
                Subject.loan(late.loan()), late.dueOn(), ChronoUnit.DAYS.between(late.dueOn(), tomorrow))).toList());
        processes.tellAll("Message_LoanOverdue", fresh.stream().map(late -> Subject.loan(late.loan())).toList());
        return fresh.size();
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(jdbc.sql("""
                select count(*) from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.fund_id = ? and l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED') and s.next_due_on <= ?""")
                .params(Actors.current().fundId(), day).query(Integer.class).single());
    }
}
