package vn.coopfund.access;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    Duties(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
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
            throw refused(subject, duty, conflicts.get(0));
        }
        jdbc.sql("""
                insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id, stands_in_for)
                values (:fund, :type, :id, :duty, :person, :absent) on conflict do nothing""")
                .param("fund", actor.fundId()).param("type", subject.type().name()).param("id", subject.id())
                .param("duty", duty.name()).param("person", actor.id()).param("absent", actor.standsInFor(), java.sql.Types.BIGINT)
                .update();
    }

    /**
     * The sides already held by this person, or by the colleague in whose place it acts, that forbid the new one; empty
     * when the person may go on.
     */
    public List<Duty> conflicts(Actor actor, Subject subject, Duty duty) {
        return jdbc.sql("""
                select t.duty from access.duty_taken t
                join access.duty_conflict c on c.duty = :duty and c.conflicts_with = t.duty
                where t.subject_type = :type and t.subject_id = :id
                  and (t.person_id in (:person, :absent) or t.stands_in_for in (:person, :absent))""")
                .param("duty", duty.name()).param("type", subject.type().name()).param("id", subject.id())
                .param("person", actor.id()).param("absent", actor.standsInFor(), java.sql.Types.BIGINT)
                .query((row, number) -> Duty.valueOf(row.getString(1))).list();
    }

    /** The refusal; that it was tried stays in the audit log for the controller, whatever is rolled back. */
    public DutyConflict refused(Subject subject, Duty wanted, Duty held) {
        events.publishEvent(new DutyRefused(Actors.current(), subject, wanted, held));
        return new DutyConflict(wanted, held);
    }

    /** Every side with one that it excludes, both ways, and the subject on which they are taken. */
    @Transactional(readOnly = true)
    public List<Conflict> table() {
        return jdbc.sql("""
                select coalesce(s.subject_type, o.subject_type) as subject_type, c.duty as one, c.conflicts_with as other,
                    coalesce(s.noted_by = 'ROW' or o.noted_by = 'ROW', false) as by_row
                from access.duty_conflict c left join access.duty_side s on s.duty = c.duty
                left join access.duty_side o on o.duty = c.conflicts_with
                order by 1, 2, 3""").query(Conflict.class).list();
    }

    /** @param byRow whether the database takes the sides itself from the row that names the person */
    public record Conflict(String subjectType, Duty one, Duty other, boolean byRow) {
    }

    /** Pairs of roles that belong to two people, each once, with those enabled people who hold both all the same. */
    @Transactional(readOnly = true)
    public List<Apart> rolesApart() {
        return jdbc.sql("""
                select x.role as one, x.apart_from as other, (select string_agg(p.display_name, ', ' order by p.display_name)
                    from access.person p where p.enabled and p.fund_id = ?
                      and (select count(*) from access.person_role r where r.person_id = p.id and r.role in (x.role, x.apart_from)) = 2)
                    as holders
                from access.role_apart x where x.role < x.apart_from order by 1, 2""")
                .param(Actors.current().fundId()).query(Apart.class).list();
    }

    /** @param holders names, or null where nobody holds both */
    public record Apart(Role one, Role other, String holders) {
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
