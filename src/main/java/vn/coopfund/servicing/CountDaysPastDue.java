package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.DayCloseStep;

/** At the close of a day, counts the days past due of the loans that have any. */
@Component
class CountDaysPastDue implements DayCloseStep {

    private final JdbcClient jdbc;

    CountDaysPastDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "pastDue";
    }

    @Override
    public int order() {
        return 42;
    }

    /** The count needs only the day and the oldest unpaid row. */
    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return day.isBefore(through) && !DayCloseStep.isMonthEnd(day);
    }

    @Override
    public int run(LocalDate day) {
        return jdbc.sql("""
                update servicing.standing s set days_past_due = :day - s.next_due_on
                where s.next_due_on < :day and s.days_past_due <> :day - s.next_due_on
                  and (select l.fund_id from servicing.loan l where l.id = s.loan_id) = :fund""")
                .param("day", day).param("fund", Actors.current().fundId()).update();
    }
}
