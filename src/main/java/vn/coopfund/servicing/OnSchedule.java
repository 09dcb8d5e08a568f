package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.schedule.LoanPosition;

/** Since when a loan pays as its schedule says: from there the months are counted that a better debt group takes. */
@Component
class OnSchedule {

    private final JdbcClient jdbc;

    OnSchedule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It begins on the day on which nothing is overdue and no charge of an overdue time is left, and ends in arrears. */
    void note(List<Standings.Stood> all) {
        List<Standings.Stood> lent = all.stream().filter(stood -> stood.loan().disbursedOn() != null).toList();
        jdbc.sql("""
                update servicing.standing s
                set on_schedule_since = case when now.clean then coalesce(s.on_schedule_since, now.day::date) end
                from unnest(?, ?, ?) as now(loan, clean, day)
                where s.loan_id = now.loan and now.clean = (s.on_schedule_since is null)""")
                .params(lent.stream().map(stood -> stood.loan().id()).toArray(Long[]::new),
                        lent.stream().map(stood -> isOnSchedule(stood.position())).toArray(Boolean[]::new),
                        lent.stream().map(stood -> stood.position().day().toString()).toArray(String[]::new)).update();
    }

    /** At the close of a day it ends for those who did not pay what fell due. */
    void endUnpaid(LocalDate day) {
        jdbc.sql("""
                update servicing.standing s set on_schedule_since = null
                where s.next_due_on <= :day and s.on_schedule_since is not null
                  and (select l.fund_id from servicing.loan l where l.id = s.loan_id and l.disbursed_on is not null) = :fund""")
                .param("fund", Actors.current().fundId()).param("day", day).update();
    }

    private static boolean isOnSchedule(LoanPosition position) {
        return position.daysPastDue() == 0 && position.overdueInterest() == 0 && position.lateInterest() == 0;
    }
}
