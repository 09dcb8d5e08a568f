package vn.coopfund.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** Closes the fund's present business day: runs every registered step, then moves the date to the day after. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class CloseDay {

    private static final Logger log = LoggerFactory.getLogger(CloseDay.class);

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final ObjectProvider<DayCloseStep> steps;
    private final ClosedDays closedDays;
    private final Closing closing;

    CloseDay(JdbcClient jdbc, BusinessDay businessDay, ObjectProvider<DayCloseStep> steps, ClosedDays closedDays,
            Closing closing) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.steps = steps;
        this.closedDays = closedDays;
        this.closing = closing;
    }

    /** @throws IllegalStateException when that day is not open and was not closed here */
    public ClosedDay close(LocalDate day) {
        return close(day, day);
    }

    /**
     * The same on the way to a later day, {@code through}: what that day's close makes up for is left to it. One day,
     * one transaction; of two closers who meet, the second answers what the first did.
     */
    public ClosedDay close(LocalDate day, LocalDate through) {
        LocalDate open = jdbc.sql("select day from calendar.business_day where fund_id = ? for update")
                .param(Actors.current().fundId()).query(LocalDate.class).single();
        if (!open.equals(day)) {
            return closedDays.find(day).orElseThrow(
                    () -> new IllegalStateException("the open day is " + open + ", not " + day));
        }
        long began = System.nanoTime();
        Map<String, Integer> counts = closing.during(() -> run(day, through));
        ClosedDay closed = new ClosedDay(day, counts, secondsSince(began));
        closedDays.keep(closed);
        businessDay.moveTo(day.plusDays(1));
        return closed;
    }

    private Map<String, Integer> run(LocalDate day, LocalDate through) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.stream().sorted(Comparator.comparingInt(DayCloseStep::order))
                .filter(step -> !step.mayWait(day, through))
                .forEach(step -> counts.put(step.name(), run(step, day)));
        return counts;
    }

    private int run(DayCloseStep step, LocalDate day) {
        long began = System.nanoTime();
        int count = step.run(day);
        log.debug("{} {}: {} in {} s", day, step.name(), count, secondsSince(began));
        return count;
    }

    /** Not by the wall clock, which may be set back meanwhile. */
    private static BigDecimal secondsSince(long began) {
        return BigDecimal.valueOf(System.nanoTime() - began, 9).setScale(3, RoundingMode.HALF_UP);
    }
}
