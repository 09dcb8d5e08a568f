package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.schedule.DayCount;

/**
 * Carries the interest of every running line through the day, with one statement. The statement knows no day count: it
 * is handed the place of the day on each day count's line of units, and multiplies. Loans with an event on the day are
 * replayed after it.
 */
@Component
class AccrueInterest implements DayCloseStep {

    static final String STATEMENT = """
            update servicing.running_interest as line
               set accrued = servicing.rounded(
                       exact + balance::numeric * greatest(0, day.position - position_from) * per_unit, whole, rounding),
                   accrued_through = :day
              from unnest(:dayCounts, :positions) as day(day_count, position)
             where line.day_count = day.day_count and line.fund_id = :fund and line.accrued_through < :day""";

    private final JdbcClient jdbc;

    AccrueInterest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "accrued";
    }

    @Override
    public int order() {
        return 10;
    }

    /** The amount through a day needs no amount of a day before. */
    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return day.isBefore(through) && !DayCloseStep.isMonthEnd(day);
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(jdbc.sql("select count(distinct loan_id) from servicing.running_interest where fund_id = ?")
                .param(Actors.current().fundId()).query(Integer.class).single());
    }

    @Override
    public int run(LocalDate day) {
        return jdbc.sql(STATEMENT).param("fund", Actors.current().fundId()).param("day", day)
                .param("dayCounts", Arrays.stream(DayCount.values()).map(DayCount::name).toArray(String[]::new))
                .param("positions", Arrays.stream(DayCount.values()).map(count -> count.position(day)).toArray(Long[]::new))
                .update();
    }
}
