package vn.coopfund.workflow;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.Closing;
import vn.coopfund.web.Sentences;
import vn.coopfund.web.Texts;

/**
 * The timeline of a case: sentences kept as message key and arguments, only added to. An argument that starts with
 * {@code #} is a message key of its own.
 */
@Component
public class CaseEvents {

    private final JdbcClient jdbc;
    private final Sentences sentences;
    private final Texts texts;
    private final BusinessDay businessDay;
    private final Closing closing;

    CaseEvents(JdbcClient jdbc, Sentences sentences, Texts texts, BusinessDay businessDay, Closing closing) {
        this.jdbc = jdbc;
        this.sentences = sentences;
        this.texts = texts;
        this.businessDay = businessDay;
        this.closing = closing;
    }

    /** One line as people read it. */
    public record Line(LocalDate on, Instant at, String by, String what) {
    }

    /** Adds a sentence that the borrower may read too. */
    @Transactional
    public void tell(Subject subject, String code, Object... args) {
        add(businessDay.today(), subject, code, true, args);
    }

    /** The same of a day that has yet to begin: what the close of a day says of the next. */
    @Transactional
    public void tellOn(LocalDate on, Subject subject, String code, Object... args) {
        add(on, subject, code, true, args);
    }

    /** One of many subjects with the arguments of its sentence. */
    public record Told(Subject subject, Object... args) {
    }

    /** The same sentence for many with one statement. */
    @Transactional
    public void tellAllOn(LocalDate on, String code, List<Told> all) {
        if (all.isEmpty()) {
            return;
        }
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into workflow.case_event (fund_id, subject_type, subject_id, happened_on, person_id, by_name,
                    code, args, for_borrower)
                select :fund, type, id, :on, :person, :name, :code, args::jsonb, true
                from unnest(:types, :ids, :args) as told(type, id, args)""")
                .param("fund", actor.fundId()).param("on", on)
                .param("person", person(actor), Types.BIGINT)
                .param("name", name(actor)).param("code", code)
                .param("types", all.stream().map(one -> one.subject().type().name()).toArray(String[]::new))
                .param("ids", all.stream().map(one -> one.subject().id()).toArray(Long[]::new))
                .param("args", all.stream().map(one -> sentences.keep(one.args())).toArray(String[]::new))
                .update();
    }

    /** Adds a sentence for the fund's staff alone. */
    @Transactional
    public void note(Subject subject, String code, Object... args) {
        add(businessDay.today(), subject, code, false, args);
    }

    private void add(LocalDate on, Subject subject, String code, boolean forBorrower, Object... args) {
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into workflow.case_event (fund_id, subject_type, subject_id, happened_on, person_id, by_name,
                    code, args, for_borrower)
                values (:fund, :type, :id, :on, :person, :name, :code, :args::jsonb, :borrower)""")
                .param("fund", actor.fundId()).param("type", subject.type().name()).param("id", subject.id())
                .param("on", on).param("person", person(actor))
                .param("name", name(actor)).param("code", code)
                .param("args", sentences.keep(args)).param("borrower", forBorrower)
                .update();
    }

    private Long person(Actor actor) {
        return actor.isSystem() || closing.isNow() ? null : actor.id();
    }

    /** What the close of a day does by itself is nobody's; who had the day closed stands with the day. */
    private String name(Actor actor) {
        return closing.isNow() ? "#workflow.by.day-close" : actor.displayName();
    }

    /** The timeline, oldest first, in the user's language; borrowers read their own sentences only. */
    @Transactional(readOnly = true)
    public List<Line> of(Subject subject) {
        boolean staff = Actors.current().isSystem() || Actors.current().isStaff();
        return jdbc.sql("""
                select happened_on, recorded_at, by_name, code, args::text as args from workflow.case_event
                where subject_type = :type and subject_id = :id and (:staff or for_borrower) order by id""")
                .param("type", subject.type().name()).param("id", subject.id()).param("staff", staff)
                .query((row, number) -> new Line(row.getObject("happened_on", LocalDate.class),
                        row.getTimestamp("recorded_at").toInstant(), texts.word(row.getString("by_name")),
                        sentences.read(row.getString("code"), row.getString("args"))))
                .list();
    }
}
