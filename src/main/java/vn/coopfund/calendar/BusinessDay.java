package vn.coopfund.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;

/**
 * The day on which the actor's fund does business. It is data, kept apart from the wall clock: closing a day moves it,
 * nothing else.
 */
@Component
public class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;
    private final Clock clock = Clock.system(ZONE);
    private final String firstDay;

    BusinessDay(JdbcClient jdbc, @Value("${coopfund.business-date:}") String firstDay) {
        this.jdbc = jdbc;
        this.firstDay = firstDay;
    }

    /** The business date; set at the first question to the configured one, else to today in Viet Nam. */
    @Transactional
    public LocalDate today() {
        long fund = Actors.current().fundId();
        return new HeldDay(fund).day().or(() -> find(fund)).orElseGet(() -> {
            jdbc.sql("insert into calendar.business_day (fund_id, day) values (?, ?) on conflict do nothing")
                    .params(fund, configuredFirstDay()).update();
            return find(fund).orElseThrow();
        });
    }

    /**
     * No day is closed until the caller's transaction ends; ask before locking anything else. As nobody moves the day
     * meanwhile, it is not asked for again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        HeldDay held = new HeldDay(Actors.current().fundId());
        if (held.day().isEmpty()) {
            jdbc.sql("select day from calendar.business_day where fund_id = ? for share").param(held.fundId())
                    .query(LocalDate.class).optional().ifPresent(held::keep);
        }
    }

    /** The date at which a new installation starts. */
    public LocalDate configuredFirstDay() {
        return firstDay.isBlank() ? wallClockToday() : LocalDate.parse(firstDay);
    }

    public LocalDate wallClockToday() {
        return LocalDate.now(clock);
    }

    /** The moment by the wall clock: for what was learned when, never for interest. */
    public Instant now() {
        return clock.instant();
    }

    /** Moves the date: for the close of a day, and for demonstration data that walks through past years. */
    @Transactional
    public void moveTo(LocalDate day) {
        new HeldDay(Actors.current().fundId()).forget();
        jdbc.sql("insert into calendar.business_day (fund_id, day) values (?, ?) "
                        + "on conflict (fund_id) do update set day = excluded.day")
                .params(Actors.current().fundId(), day).update();
    }

    private java.util.Optional<LocalDate> find(long fund) {
        return jdbc.sql("select day from calendar.business_day where fund_id = ?").param(fund)
                .query(LocalDate.class).optional();
    }
}
