package vn.coopfund.origination;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulations;

/** Who of the management council votes on a case, and what the votes amount to. */
@Component
public class CouncilMembers {

    private final People people;
    private final Duties duties;
    private final Decisions decisions;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    CouncilMembers(People people, Duties duties, Decisions decisions, LendingRegulations regulations,
            BusinessDay businessDay) {
        this.people = people;
        this.duties = duties;
        this.decisions = decisions;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** The members who may vote: those who hold no conflicting side of the case. */
    @Transactional(readOnly = true)
    public List<Actor> voters(Subject application) {
        return people.withRole(Role.COUNCIL_MEMBER).stream()
                .filter(member -> duties.conflicts(member, application, Duty.VOTE).isEmpty()).toList();
    }

    /** The votes so far. */
    @Transactional(readOnly = true)
    public CouncilTally tally(Subject application) {
        return new CouncilTally(voters(application).size(),
                regulations.on(businessDay.today()).councilQuorumPercent(),
                decisions.votes(application.id()).stream()
                        .map(vote -> new CouncilTally.Ballot(vote.chair(), vote.vote())).toList());
    }
}
