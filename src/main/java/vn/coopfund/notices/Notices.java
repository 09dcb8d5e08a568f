package vn.coopfund.notices;

import java.time.Instant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Sentences;
import vn.coopfund.web.SortBy;

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
        return list(false, SortBy.of(null, "-on", COLUMNS), new PageOf.Wish(0, most)).items();
    }

    /** By what the list may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("on", "id");

    /** One page of the actor's notices. */
    @Transactional(readOnly = true)
    public PageOf<Notice> list(boolean unreadOnly, SortBy sort, PageOf.Wish wish) {
        String where = " from notices.notice where person_id = :person and (not :unread or read_at is null)";
        Map<String, Object> params = Map.of("person", Actors.current().id(), "unread", unreadOnly);
        List<Notice> items = jdbc.sql(SELECT + where + sort.orderBy("id") + "limit " + wish.size() + " offset "
                + wish.offset()).params(params).query(this::notice).list();
        return new PageOf<>(items, wish.page(), wish.size(),
                jdbc.sql("select count(*)" + where).params(params).query(Long.class).single());
    }

    private static final String SELECT = "select id, happened_on, recorded_at, code, args::text as args, path, "
            + "read_at is not null as read";

    private Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(row.getLong("id"), row.getObject("happened_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(), sentences.read(row.getString("code"), row.getString("args")),
                row.getString("path"), row.getBoolean("read"));
    }

    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return jdbc.sql("select count(*) from notices.notice where person_id = ? and read_at is null")
                .param(actor.id()).query(Integer.class).single();
    }

    /** What the notices about that page asked for is done: nobody need look at them any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(String path) {
        jdbc.sql("update notices.notice set read_at = now() where fund_id = ? and path = ? and read_at is null")
                .params(Actors.current().fundId(), path).update();
    }

    @Transactional
    public void markAllRead() {
        jdbc.sql("update notices.notice set read_at = now() where person_id = ? and read_at is null")
                .param(Actors.current().id()).update();
    }
}
