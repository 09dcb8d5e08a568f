package vn.coopfund.council;

import java.util.List;
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

    CouncilMembers(People people, Duties duties) {
        this.people = people;
        this.duties = duties;
    }

    /** The members who hold no side of the case that bars them from a vote. */
    @Transactional(readOnly = true)
    public List<Actor> entitled(Subject subject) {
        return people.withRole(Role.COUNCIL_MEMBER).stream()
                .filter(member -> duties.conflicts(member, subject, Duty.VOTE).isEmpty()).toList();
    }
}
