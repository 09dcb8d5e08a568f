package vn.coopfund.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** Closes the fund's present business day: runs every registered step, then moves the date to the day after. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class CloseDay {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final ObjectProvider<DayCloseStep> steps;
    private final ObjectMapper json;

    CloseDay(JdbcClient jdbc, BusinessDay businessDay, ObjectProvider<DayCloseStep> steps, ObjectMapper json) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.steps = steps;
        this.json = json;
    }

    /**
     * One day, one transaction; two closers meet at the row of the business day.
     *
     * @throws IllegalStateException when another day is open
     */
    public ClosedDay close(LocalDate day) {
        Actor actor = Actors.current();
        LocalDate open = jdbc.sql("select day from calendar.business_day where fund_id = ? for update")
                .param(actor.fundId()).query(LocalDate.class).single();
        if (!open.equals(day)) {
            throw new IllegalStateException("the open day is " + open + ", not " + day);
        }
        Instant began = businessDay.now();
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.stream().sorted(Comparator.comparingInt(DayCloseStep::order))
                .forEach(step -> counts.put(step.name(), step.run(day)));
        ClosedDay closed = new ClosedDay(day, counts, seconds(Duration.between(began, businessDay.now())));
        jdbc.sql("insert into calendar.closed_day (fund_id, day, closed_by, outcome) values (?, ?, ?, ?::jsonb)")
                .params(actor.fundId(), day, actor.username(), written(closed)).update();
        businessDay.moveTo(day.plusDays(1));
        return closed;
    }

    private static BigDecimal seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis()).divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP);
    }

    private String written(ClosedDay closed) {
        try {
            return json.writeValueAsString(closed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
