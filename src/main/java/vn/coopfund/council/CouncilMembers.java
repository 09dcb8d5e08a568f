package vn.coopfund.council;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;

/** Who of the council may sit on a case. */
@Component
public class CouncilMembers {

    private final People people;
    private final Duties duties;
    private final CouncilPapers papers;

    CouncilMembers(People people, Duties duties, CouncilPapers papers) {
        this.people = people;
        this.duties = duties;
        this.papers = papers;
    }

    /** The members whom neither a side of the case nor its paper bars from a vote. */
    @Transactional(readOnly = true)
    public List<Actor> entitled(Matter matter) {
        return people.withRole(Role.COUNCIL_MEMBER).stream()
                .filter(member -> duties.conflicts(member, matter.subject(), Duty.VOTE).isEmpty())
                .filter(member -> !papers.of(matter).bars(matter, member)).toList();
    }
}
