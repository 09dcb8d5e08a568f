package vn.coopfund.servicing;

import java.time.LocalDate;
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

    /** At the close of a day it ends for those who did not pay what fell due. */
    void endUnpaid(LocalDate day) {
        jdbc.sql("""
                update servicing.standing s set on_schedule_since = null
                where s.next_due_on <= :day and s.on_schedule_since is not null
                  and (select l.fund_id from servicing.loan l where l.id = s.loan_id and l.disbursed_on is not null) = :fund""")
                .param("fund", Actors.current().fundId()).param("day", day).update();
    }

    /** The day, where it finds nothing overdue and no charge of an overdue time left; null in arrears and before the money. */
    static LocalDate cleanOn(Standings.Stood stood) {
        LoanPosition position = stood.position();
        boolean clean = stood.loan().disbursedOn() != null && position.daysPastDue() == 0
                && position.overdueInterest() == 0 && position.lateInterest() == 0;
        return clean ? position.day() : null;
    }
}
