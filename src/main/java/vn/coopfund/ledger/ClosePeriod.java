package vn.coopfund.ledger;

import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Closes a month of the books that is over: from then on facts of it are booked on the first open day after it. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ClosePeriod {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    ClosePeriod(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Waits for entries of that month that are being posted; closing a closed month changes nothing. */
    public void close(YearMonth month) {
        Actor actor = Actors.current();
        if (!month.atEndOfMonth().isBefore(businessDay.today())) {
            throw Refusal.conflict("ledger.month-not-over", businessDay.today());
        }
        jdbc.sql("""
                insert into ledger.period as p (fund_id, month, state, closed_at, closed_by)
                values (:fund, :month, 'CLOSED', :now, :person)
                on conflict (fund_id, month) do update
                    set state = excluded.state, closed_at = excluded.closed_at, closed_by = excluded.closed_by
                    where p.state = 'OPEN'""")
                .param("fund", actor.fundId()).param("month", month.atDay(1))
                .param("now", java.sql.Timestamp.from(businessDay.now()))
                .param("person", actor.isSystem() ? null : actor.id()).update();
    }
}
