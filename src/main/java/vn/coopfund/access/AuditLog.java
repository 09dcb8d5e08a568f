package vn.coopfund.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who did what, when, from where; only ever added to (the database refuses anything else). */
@Component
public class AuditLog {

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a line in the caller's transaction, or in its own where there is none. */
    @Transactional
    public void record(Actor actor, String what, Subject subject, String detail) {
        jdbc.sql("""
                insert into access.audit_log (fund_id, person_id, username, what, subject_type, subject_id, detail, source)
                values (:fund, :person, :username, :what, :type, :id, :detail, :source)""")
                .param("fund", actor.fundId())
                .param("person", actor.isSystem() ? null : actor.id())
                .param("username", actor.username())
                .param("what", what)
                .param("type", subject == null ? null : subject.type().name())
                .param("id", subject == null ? null : subject.id())
                .param("detail", detail(actor, detail))
                .param("source", source())
                .update();
    }

    /** What a stand-in did says so, by the absent one's user name. */
    private String detail(Actor actor, String detail) {
        return actor.standsInFor() == null ? detail : jdbc.sql("select 'STANDS_IN ' || username from access.person "
                + "where id = ?").param(actor.standsInFor()).query(String.class).single()
                + (detail == null ? "" : " · " + detail);
    }

    /** Notes that a program signed in as this person, at most once an hour for each place it comes from. */
    @Transactional
    void recordProgram(Actor actor) {
        jdbc.sql("""
                insert into access.audit_log (fund_id, person_id, username, what, subject_type, subject_id, source)
                select :fund, :person, :username, 'SignedInByProgram', 'PERSON', :person, :source
                where not exists (select 1 from access.audit_log
                    where person_id = :person and what = 'SignedInByProgram'
                      and recorded_at > clock_timestamp() - interval '1 hour' and source is not distinct from :source)""")
                .param("fund", actor.fundId()).param("person", actor.id()).param("username", actor.username())
                .param("source", source(), java.sql.Types.VARCHAR).update();
    }

    private static String source() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr() : null;
    }
}
