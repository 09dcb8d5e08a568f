package vn.coopfund.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.database.Demonstration;
import vn.coopfund.web.Refusal;

/** The days of a fund: which are closed and with what, and the way from the open one to a wished one. */
@Component
public class DayBook {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CloseDay closeDay;
    private final Demonstration demonstration;
    private final ObjectMapper json;

    DayBook(JdbcClient jdbc, BusinessDay businessDay, CloseDay closeDay, Demonstration demonstration,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.closeDay = closeDay;
        this.demonstration = demonstration;
        this.json = json;
    }

    /**
     * Closes that day and any open before it, each in a transaction of its own, so that a stop in between loses no day
     * already closed. A closed day answers what was stored.
     *
     * @throws Refusal for a day to come outside a demonstration, or one from before the fund did business here
     */
    public ClosedDay closeThrough(LocalDate day) {
        if (!Actors.current().isSystem() && !Actors.current().is(Role.CHIEF_ACCOUNTANT)) {
            throw new NotAllowed(List.of(CloseDay.class.getAnnotation(Allowed.class).value()));
        }
        if (day == null) {
            throw Refusal.invalid("day", "calendar.refused.day-needed");
        }
        Optional<ClosedDay> stored = find(day);
        if (stored.isPresent()) {
            return stored.get();
        }
        LocalDate open = businessDay.today();
        new Refusal.Problems()
                .addIf(day.isBefore(open), "day", "calendar.refused.before-first", open)
                .addIf(day.isAfter(businessDay.wallClockToday()) && !demonstration.on(), "day",
                        "calendar.refused.future", businessDay.wallClockToday())
                .addIf(day.isAfter(open.plusYears(LONGEST_YEARS)), "day", "calendar.refused.too-far", LONGEST_YEARS)
                .refuseIfAny();
        for (LocalDate next = open; !next.isAfter(day); next = next.plusDays(1)) {
            closeDay.close(next);
        }
        return find(day).orElseThrow();
    }

    /** The latest closed days, newest first. */
    public List<ClosedDay> closed(int most) {
        return jdbc.sql("select outcome::text from calendar.closed_day where fund_id = ? order by day desc limit ?")
                .params(Actors.current().fundId(), most).query(String.class).list().stream().map(this::read).toList();
    }

    private Optional<ClosedDay> find(LocalDate day) {
        return jdbc.sql("select outcome::text from calendar.closed_day where fund_id = ? and day = ?")
                .params(Actors.current().fundId(), day).query(String.class).optional().map(this::read);
    }

    private ClosedDay read(String stored) {
        try {
            return json.readValue(stored, ClosedDay.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final int LONGEST_YEARS = 10;
}
