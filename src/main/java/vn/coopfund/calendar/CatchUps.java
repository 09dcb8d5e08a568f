package vn.coopfund.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;

/** The wishes to close days in the background. Who works on one holds a lease that must be renewed. */
@Component
public class CatchUps {

    static final int LEASE_SECONDS = 60;

    private static final String SELECT = """
            select c.id, c.from_day as "from", c.through_day as through, b.day as open, c.asked_by, c.state
            from calendar.catch_up c join calendar.business_day b on b.fund_id = c.fund_id""";

    private final JdbcClient jdbc;

    CatchUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that runs in the actor's fund, else the last; empty where there was none. */
    public Optional<CatchUp> latest() {
        return jdbc.sql(SELECT + " where c.fund_id = ? order by c.id desc limit 1").param(Actors.current().fundId())
                .query(CatchUp.class).optional();
    }

    CatchUp byId(long id) {
        return jdbc.sql(SELECT + " where c.id = ?").param(id).query(CatchUp.class).single();
    }

    /** All that run, of every fund. */
    List<Long> running() {
        return jdbc.sql("select id from calendar.catch_up where state = 'RUNNING' order by id").query(Long.class).list();
    }

    /** Empty where one runs already. */
    Optional<Long> add(LocalDate from, LocalDate through) {
        return jdbc.sql("""
                insert into calendar.catch_up (id, fund_id, from_day, through_day, asked_by)
                values (nextval('calendar.catch_up_seq'), ?, ?, ?, ?) on conflict do nothing returning id""")
                .params(Actors.current().fundId(), from, through, Actors.current().id()).query(Long.class).optional();
    }

    /**
     * True when the holder has it for the next minute; false while another has. One that runs for longer than a lease
     * can was written before the clock was set back: it holds nobody up.
     */
    @Transactional
    public boolean lease(long id, String holder) {
        return jdbc.sql("""
                update calendar.catch_up set holder = :holder,
                    lease_until = clock_timestamp() + make_interval(secs => :seconds)
                where id = :id and state = 'RUNNING'
                  and (holder is null or holder = :holder or lease_until not between clock_timestamp()
                       and clock_timestamp() + make_interval(secs => :seconds))""")
                .param("holder", holder).param("seconds", LEASE_SECONDS).param("id", id).update() == 1;
    }

    /** Gives the lease back, so that the next need not wait for it to run out. */
    @Transactional
    public void release(long id, String holder) {
        jdbc.sql("update calendar.catch_up set holder = null, lease_until = null where id = ? and holder = ?")
                .params(id, holder).update();
    }

    /** True the first time. */
    @Transactional
    public boolean end(long id, CatchUp.State how) {
        return jdbc.sql("update calendar.catch_up set state = ?, ended_at = clock_timestamp() "
                + "where id = ? and state = 'RUNNING'").params(how.name(), id).update() == 1;
    }
}
