package vn.coopfund.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;

/** The closed days of the actor's fund, each with what its close did. */
@Component
class ClosedDays {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ClosedDays(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(ClosedDay closed) {
        Actor actor = Actors.current();
        jdbc.sql("insert into calendar.closed_day (fund_id, day, closed_by, outcome) values (?, ?, ?, ?::jsonb)")
                .params(actor.fundId(), closed.day(), actor.username(), written(closed)).update();
    }

    Optional<ClosedDay> find(LocalDate day) {
        return jdbc.sql("select outcome::text from calendar.closed_day where fund_id = ? and day = ?")
                .params(Actors.current().fundId(), day).query(String.class).optional().map(this::read);
    }

    /** What was answered to who closed that day: with the days closed on the way to it, where there were any. */
    Optional<ClosedDay> answered(LocalDate day) {
        return jdbc.sql("select answer::text from calendar.close_answer where fund_id = ? and day = ?")
                .params(Actors.current().fundId(), day).query(String.class).optional().map(this::read)
                .or(() -> find(day));
    }

    /** Of two who close the same days together the first one's answer stays. */
    ClosedDay answer(ClosedDay all) {
        jdbc.sql("insert into calendar.close_answer (fund_id, day, answer) values (?, ?, ?::jsonb) on conflict do nothing")
                .params(Actors.current().fundId(), all.day(), written(all)).update();
        return answered(all.day()).orElseThrow();
    }

    /** Newest first. */
    List<ClosedDay> latest(int most) {
        return jdbc.sql("select outcome::text from calendar.closed_day where fund_id = ? order by day desc limit ?")
                .params(Actors.current().fundId(), most).query(String.class).list().stream().map(this::read).toList();
    }

    private String written(ClosedDay closed) {
        try {
            return json.writeValueAsString(closed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ClosedDay read(String stored) {
        try {
            return json.readValue(stored, ClosedDay.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
