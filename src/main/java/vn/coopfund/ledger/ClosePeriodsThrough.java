package vn.coopfund.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Closes every month up to one in which something happened, the oldest first, each as {@link ClosePeriod} does: all of them or none. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ClosePeriodsThrough {

    private final JdbcClient jdbc;
    private final ClosePeriod close;
    private final BusinessDay businessDay;

    ClosePeriodsThrough(JdbcClient jdbc, ClosePeriod close, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.close = close;
        this.businessDay = businessDay;
    }

    /**
     * Answers how many were closed.
     *
     * @throws Refusal while the last one is not over, or where a check of one of them does not agree
     */
    public int close(YearMonth last) {
        if (last == null) {
            throw Refusal.invalid("through", "ledger.through-needed");
        }
        if (!last.atEndOfMonth().isBefore(businessDay.today())) {
            throw Refusal.conflict("ledger.month-not-over", businessDay.today());
        }
        List<YearMonth> open = jdbc.sql("""
                select month from ledger.period where fund_id = ? and month <= ? and state <> 'CLOSED' order by 1""")
                .params(Actors.current().fundId(), last.atDay(1)).query(LocalDate.class).list().stream()
                .map(YearMonth::from).toList();
        open.forEach(close::close);
        return open.size();
    }
}
