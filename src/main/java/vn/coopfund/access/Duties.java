package vn.coopfund.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Separation of duties. Each side taken on a subject is a row; a readable table of conflicting pairs
 * ({@code access.duty_conflict}) says what one person may not hold together, and a trigger refuses it whatever the
 * program does (Circular 99/2025/TT-BTC art. 3; the appraiser does not decide, the maker does not check).
 */
@Component
public class Duties {

    private final JdbcClient jdbc;

    Duties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a side. Refuses with {@link DutyConflict} when the actor already holds a conflicting one on this subject. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Subject subject, Duty duty) {
        Actor actor = Actors.current();
        if (actor.isSystem()) {
            return;
        }
        List<Duty> conflicts = conflicts(actor, subject, duty);
        if (!conflicts.isEmpty()) {
            throw new DutyConflict(duty, conflicts.get(0));
        }
        jdbc.sql("""
                insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id)
                values (:fund, :type, :id, :duty, :person) on conflict do nothing""")
                .param("fund", actor.fundId()).param("type", subject.type().name()).param("id", subject.id())
                .param("duty", duty.name()).param("person", actor.id())
                .update();
    }

    /** The sides already held by this person that forbid the new one; empty when the person may go on. */
    public List<Duty> conflicts(Actor actor, Subject subject, Duty duty) {
        return jdbc.sql("""
                select t.duty from access.duty_taken t
                join access.duty_conflict c on c.duty = :duty and c.conflicts_with = t.duty
                where t.subject_type = :type and t.subject_id = :id and t.person_id = :person""")
                .param("duty", duty.name()).param("type", subject.type().name()).param("id", subject.id())
                .param("person", actor.id())
                .query((row, number) -> Duty.valueOf(row.getString(1))).list();
    }

    /** Who took this side, if anybody did. */
    public List<Long> holders(Subject subject, Duty duty) {
        return jdbc.sql("""
                select person_id from access.duty_taken
                where subject_type = :type and subject_id = :id and duty = :duty order by taken_at""")
                .param("type", subject.type().name()).param("id", subject.id()).param("duty", duty.name())
                .query(Long.class).list();
    }
}
