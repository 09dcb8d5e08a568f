package vn.coopfund.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** The days without work, year by year, and what is proposed for a year. */
@Component
public class YearCalendars {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    YearCalendars(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The days of a year that are not what the week says, by date. */
    @Transactional(readOnly = true)
    public List<CalendarDay> of(int year) {
        return jdbc.sql("select day, name, working from calendar.holiday where fund_id = :fund "
                        + "and day between make_date(:year, 1, 1) and make_date(:year, 12, 31) order by day")
                .param("fund", Actors.current().fundId()).param("year", year).query(CalendarDay.class).list();
    }

    /** What waits for its second person in that year. */
    @Transactional(readOnly = true)
    public Optional<YearProposal> pending(int year) {
        return select("and year = :year and state = 'PENDING'").param("year", year).query(this::read).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    YearProposal add(int year, String paper, List<CalendarDay> days) {
        Actor actor = Actors.current();
        long id = jdbc.sql("select nextval('calendar.year_proposal_seq')").query(Long.class).single();
        jdbc.sql("insert into calendar.year_proposal (id, fund_id, year, paper, days, proposed_by) "
                        + "values (?, ?, ?, ?, ?::jsonb, ?)")
                .params(java.util.Arrays.asList(id, actor.fundId(), year, paper, written(days), personOf(actor))).update();
        return byId(id, "");
    }

    /** The one that waits, held until the transaction ends. */
    YearProposal waiting(long id) {
        YearProposal proposal = byId(id, " for update");
        if (proposal.state() != YearProposal.State.PENDING) {
            throw Refusal.conflict("calendar.holidays.decided");
        }
        return proposal;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    YearProposal decide(YearProposal proposal, YearProposal.State state, String reason) {
        jdbc.sql("update calendar.year_proposal set state = ?, reason = ?, decided_by = ?, decided_at = clock_timestamp() "
                        + "where id = ?")
                .params(java.util.Arrays.asList(state.name(), reason, personOf(Actors.current()), proposal.id())).update();
        return byId(proposal.id(), "");
    }

    /** Puts the days from that one on in the place of what was there. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replace(int year, List<CalendarDay> days, LocalDate from) {
        long fund = Actors.current().fundId();
        jdbc.sql("delete from calendar.holiday where fund_id = :fund and day >= :from "
                        + "and day between make_date(:year, 1, 1) and make_date(:year, 12, 31)")
                .param("fund", fund).param("from", from).param("year", year).update();
        days.stream().filter(day -> !day.day().isBefore(from)).forEach(day ->
                jdbc.sql("insert into calendar.holiday (fund_id, day, name, working) values (?, ?, ?, ?)")
                        .params(fund, day.day(), day.name(), day.working()).update());
    }

    private YearProposal byId(long id, String lock) {
        return select("and id = :id" + lock).param("id", id).query(this::read).optional().orElseThrow(Refusal::notFound);
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql("select * from calendar.year_proposal where fund_id = :fund " + rest)
                .param("fund", Actors.current().fundId());
    }

    private YearProposal read(ResultSet row, int number) throws SQLException {
        return new YearProposal(row.getLong("id"), row.getInt("year"), row.getString("paper"),
                days(row.getString("days")), YearProposal.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", Long.class), row.getTimestamp("proposed_at").toInstant());
    }

    private static Long personOf(Actor actor) {
        return actor.isSystem() ? null : actor.id();
    }

    private String written(List<CalendarDay> days) {
        try {
            return json.writeValueAsString(days);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<CalendarDay> days(String days) {
        try {
            return json.readValue(days, new TypeReference<>() { });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
