package vn.coopfund.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** The months of the books, and the day on which a fact comes into them. */
@Component
public class Periods {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Periods(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /**
     * The day in the books (ngày ghi sổ) of a fact: its value date or, if that month is closed, the first open day
     * after it; never later than the business date.
     */
    public LocalDate bookingDay(LocalDate valueDate) {
        LocalDate today = businessDay.today();
        if (valueDate.isAfter(today)) {
            throw Refusal.invalid("valueDate", "ledger.value-date-in-future", today);
        }
        if (isRunning(valueDate, today)) {
            return valueDate;
        }
        return jdbc.sql("""
                select greatest(first_day::date, :value) from generate_series(
                    date_trunc('month', :value::timestamp), :today::timestamp, interval '1 month') as open(first_day)
                where not exists (select 1 from ledger.period p
                    where p.fund_id = :fund and p.month = first_day::date and p.state = 'CLOSED')
                order by first_day limit 1""")
                .param("value", valueDate).param("today", today).param("fund", Actors.current().fundId())
                .query(LocalDate.class).optional()
                .orElseThrow(() -> Refusal.invalid("valueDate", "ledger.period-closed", today));
    }

    public boolean isClosed(LocalDate day) {
        return !isRunning(day, businessDay.today()) && jdbc
                .sql("select exists (select 1 from ledger.period where fund_id = ? and month = ? and state = 'CLOSED')")
                .params(Actors.current().fundId(), day.withDayOfMonth(1)).query(Boolean.class).single();
    }

    /** Only a month that is over can be closed: of the one that runs nothing need be asked. */
    private static boolean isRunning(LocalDate day, LocalDate today) {
        return YearMonth.from(day).equals(YearMonth.from(today));
    }
}
