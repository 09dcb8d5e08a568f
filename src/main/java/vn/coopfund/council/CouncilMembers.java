package vn.coopfund.council;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;

/** Who of the council may sit on a case. */
@Component
public class CouncilMembers {

    private final People people;
    private final Duties duties;
    private final JdbcClient jdbc;

    CouncilMembers(People people, Duties duties, JdbcClient jdbc) {
        this.people = people;
        this.duties = duties;
        this.jdbc = jdbc;
    }

    /** The members who hold no side of the case that bars them from a vote, and never stepped aside from it. */
    @Transactional(readOnly = true)
    public List<Actor> entitled(Subject subject) {
        return people.withRole(Role.COUNCIL_MEMBER).stream()
                .filter(member -> duties.conflicts(member, subject, Duty.VOTE).isEmpty())
                .filter(member -> !steppedAside(member, subject)).toList();
    }

    /** A conflict of interest that was declared binds for every round and every question of the case that follows. */
    private boolean steppedAside(Actor member, Subject subject) {
        return jdbc.sql("""
                select exists (select 1 from council.vote v join council.matter m on m.id = v.matter_id where v.vote = 'CONFLICT'
                    and v.member_id = ? and m.subject_type = ? and m.subject_id = ?)""")
                .params(member.id(), subject.type().name(), subject.id()).query(Boolean.class).single();
    }
}
