package vn.coopfund.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Sentences;

/**
 * The mails that wait, are being sent or were sent. A mail is marked as being sent, and that committed, before it is handed
 * to the server: what a crash leaves in between is never sent a second time by itself.
 */
@Component
public class MailOutbox {

    /** How often a mail is tried: after 1, 5, 15 minutes, then 1, 4 and 12 hours. */
    private static final int MOST_TRIES = 7;

    private final JdbcClient jdbc;
    private final Sentences sentences;

    MailOutbox(JdbcClient jdbc, Sentences sentences) {
        this.jdbc = jdbc;
        this.sentences = sentences;
    }

    public enum State { WAITING, SENDING, SENT, FAILED, UNSURE, DROPPED }

    /** One mail to send. */
    record Letter(long id, String address, String displayName, String code, String args, String path) {
    }

    /** A mail as the administrators see it; what it tells is between the program and its reader. */
    public record Line(long id, String name, String address, State state, int tries, Instant nextTryAt, Instant madeAt,
            Instant sentAt, String problem) {
    }

    /**
     * Takes up what people were told since they confirmed their address and have not read in the program yet; what is older
     * than two days is no news. One statement: a notice gives one mail at most.
     */
    @Transactional
    public int gather() {
        return jdbc.sql("""
                insert into notices.mail (fund_id, person_id, notice_id, address, code, args, path)
                select n.fund_id, n.person_id, n.id, a.address, n.code, n.args, n.path
                from notices.notice n join notices.mail_address a on a.person_id = n.person_id
                join access.person p on p.id = n.person_id and p.enabled
                where n.recorded_at >= a.confirmed_at and n.recorded_at > clock_timestamp() - interval '2 days'
                  and n.read_at is null
                order by n.id on conflict (notice_id) do nothing""").update();
    }

    /** A mail of another kind, in the caller's transaction. */
    void add(long person, String address, String path, String code, Object... args) {
        jdbc.sql("insert into notices.mail (fund_id, person_id, address, code, args, path) values (?, ?, ?, ?, ?::jsonb, ?)")
                .params(Actors.current().fundId(), person, address, code, sentences.keep(args), path).update();
    }

    /**
     * The next mail to send, marked as being sent. A time of the next try far ahead comes from a clock that was set back,
     * and counts as now.
     */
    @Transactional
    public Optional<Letter> take() {
        return jdbc.sql("""
                update notices.mail m set state = 'SENDING', tries = tries + 1, problem = null,
                    lease_until = clock_timestamp() + interval '2 minutes'
                from access.person p where p.id = m.person_id and m.id = (
                    select id from notices.mail where state = 'WAITING'
                      and (next_try_at <= clock_timestamp() or next_try_at > clock_timestamp() + interval '13 hours')
                    order by next_try_at, id limit 1 for update skip locked)
                returning m.id, m.address, p.display_name, m.code, m.args::text as args, m.path""").query(Letter.class).optional();
    }

    @Transactional
    public void sent(long id) {
        jdbc.sql("update notices.mail set state = 'SENT', sent_at = clock_timestamp(), path = case when notice_id is null "
                + "then '' else path end where id = ? and state = 'SENDING'").param(id).update();
    }

    /** The server surely has not taken it: it is tried again later, less and less often. */
    @Transactional
    public void failed(long id, String problem, boolean forGood) {
        jdbc.sql("""
                update notices.mail set problem = :problem,
                    state = case when :forGood or tries >= :most then 'FAILED' else 'WAITING' end,
                    next_try_at = clock_timestamp() + (array[1, 5, 15, 60, 240, 720])[least(tries, 6)] * interval '1 minute'
                where id = :id and state = 'SENDING'""")
                .param("id", id).param("problem", problem).param("forGood", forGood).param("most", MOST_TRIES).update();
    }

    /** Nobody knows whether the server has it. */
    @Transactional
    public void unsure(long id, String problem) {
        jdbc.sql("update notices.mail set state = 'UNSURE', problem = ? where id = ? and state = 'SENDING'")
                .params(problem, id).update();
    }

    /** What a crash left half sent is for a person to decide. */
    @Transactional
    public int leaveHalfSent() {
        return jdbc.sql("""
                update notices.mail set state = 'UNSURE', problem = 'interrupted' where state = 'SENDING'
                  and (lease_until < clock_timestamp() or lease_until > clock_timestamp() + interval '3 minutes')""").update();
    }

    /** One page of the mails in one of the states, the latest first. */
    @Transactional(readOnly = true)
    public PageOf<Line> page(State state, PageOf.Wish wish) {
        String from = " from notices.mail m join access.person p on p.id = m.person_id "
                + "where m.fund_id = :fund and (:state::text is null and m.state <> 'SENT' or m.state = :state)";
        List<Line> lines = jdbc.sql("select m.*, p.display_name" + from + " order by m.id desc limit " + wish.size() + " offset "
                + wish.offset()).param("fund", Actors.current().fundId()).param("state", state == null ? null : state.name())
                .query((row, number) -> new Line(row.getLong("id"), row.getString("display_name"), row.getString("address"),
                        State.valueOf(row.getString("state")), row.getInt("tries"), row.getTimestamp("next_try_at").toInstant(),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("sent_at") == null ? null : row.getTimestamp("sent_at").toInstant(),
                        row.getString("problem"))).list();
        return new PageOf<>(lines, wish.page(), wish.size(), jdbc.sql("select count(*)" + from)
                .param("fund", Actors.current().fundId()).param("state", state == null ? null : state.name())
                .query(Long.class).single());
    }

    /** True where the mail stood still and goes out again, or goes nowhere any more. */
    boolean settle(long id, State to) {
        return jdbc.sql("""
                update notices.mail set state = ?, tries = 0, next_try_at = clock_timestamp()
                where id = ? and fund_id = ? and state in ('FAILED', 'UNSURE', 'WAITING')""")
                .params(to.name(), id, Actors.current().fundId()).update() == 1;
    }
}
