package vn.coopfund.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Sentences;

/**
 * Notices to people. A notice is a row written in the transaction of the act behind it: it is there when the act
 * happened and not when it did not. Sending rows out by mail is a reader's work after the commit.
 */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final Sentences sentences;
    private final BusinessDay businessDay;

    Notices(JdbcClient jdbc, Sentences sentences, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.sentences = sentences;
        this.businessDay = businessDay;
    }

    /** A notice as its reader sees it; {@code path} is the page it is about. */
    public record Notice(long id, LocalDate on, Instant at, String text, String path, boolean read) {
    }

    /** Tells every one of the people; {@code code} and {@code args} as in a message file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<Long> people, String path, String code, Object... args) {
        LocalDate today = businessDay.today();
        people.forEach(person -> jdbc.sql("""
                insert into notices.notice (fund_id, person_id, happened_on, path, code, args)
                values (?, ?, ?, ?, ?, ?::jsonb)""")
                .params(Actors.current().fundId(), person, today, path, code, sentences.keep(args)).update());
    }

    /** The latest notices of the actor, newest first. */
    @Transactional(readOnly = true)
    public List<Notice> mine(int most) {
        Actor actor = Actors.current();
        return jdbc.sql("""
                select id, happened_on, recorded_at, code, args::text as args, path, read_at is not null as read
                from notices.notice where person_id = ? order by id desc limit ?""").params(actor.id(), most)
                .query((row, number) -> new Notice(row.getLong("id"), row.getObject("happened_on", LocalDate.class),
                        row.getTimestamp("recorded_at").toInstant(), sentences.read(row.getString("code"), row.getString("args")), row.getString("path"), row.getBoolean("read")))
                .list();
    }

    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return jdbc.sql("select count(*) from notices.notice where person_id = ? and read_at is null")
                .param(actor.id()).query(Integer.class).single();
    }

    @Transactional
    public void markAllRead() {
        jdbc.sql("update notices.notice set read_at = now() where person_id = ? and read_at is null")
                .param(Actors.current().id()).update();
    }
}
