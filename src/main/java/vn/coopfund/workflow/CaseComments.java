package vn.coopfund.workflow;

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

/** What is said about a case besides its acts: only added to, and the borrower's to read only where it is marked so. */
@Component("caseComments")
public class CaseComments {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    CaseComments(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    public record Comment(LocalDate on, Instant at, String by, String words, boolean forBorrower) {
    }

    /** What the actor may read of it, the oldest first; the case itself is shown by who may see it. */
    @Transactional(readOnly = true)
    public List<Comment> of(Subject subject) {
        Actor actor = Actors.current();
        return jdbc.sql("""
                select happened_on, recorded_at, by_name, words, for_borrower from workflow.case_comment
                where fund_id = :fund and subject_type = :type and subject_id = :id and (:staff or for_borrower) order by id""")
                .param("fund", actor.fundId()).param("type", subject.type().name()).param("id", subject.id())
                .param("staff", actor.isStaff())
                .query((row, number) -> new Comment(row.getObject("happened_on", LocalDate.class),
                        row.getTimestamp("recorded_at").toInstant(), row.getString("by_name"), row.getString("words"),
                        row.getBoolean("for_borrower"))).list();
    }

    void add(Subject subject, String words, boolean forBorrower) {
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into workflow.case_comment (fund_id, subject_type, subject_id, happened_on, person_id, by_name, words,
                    for_borrower) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(actor.fundId(), subject.type().name(), subject.id(), businessDay.today(), actor.id(),
                        actor.displayName(), words, forBorrower).update();
    }
}
