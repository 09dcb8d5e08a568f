package vn.coopfund.servicing;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilTally;
import vn.coopfund.products.LendingRegulations;

/** The management council on an act on a loan: who has a vote, and what the votes say, counted as those on a loan are. */
@Component
public class LoanCouncil {

    private final JdbcClient jdbc;
    private final People people;
    private final Duties duties;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    LoanCouncil(JdbcClient jdbc, People people, Duties duties, LendingRegulations regulations, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.people = people;
        this.duties = duties;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** Whether this person has a vote: of the council, not who proposed, and on no side of the loan's case that bars from it. */
    @Transactional(readOnly = true)
    public boolean isVoter(Actor actor, Long loanId, long proposedBy) {
        return voters(loanId, proposedBy).stream().anyMatch(member -> member.id() == actor.id());
    }

    /** True: approved, false: refused, empty: still open. */
    @Transactional(readOnly = true)
    public Optional<Boolean> outcome(Long loanId, long proposedBy, List<CouncilTally.Ballot> ballots) {
        return CouncilTally.open(voters(loanId, proposedBy).size(), regulations.on(businessDay.today()).councilQuorumPercent(),
                ballots).outcome();
    }

    private List<Actor> voters(Long loanId, long proposedBy) {
        Optional<Subject> file = loanId == null ? Optional.empty()
                : jdbc.sql("select application_id from servicing.loan where id = ? and application_id is not null")
                        .param(loanId).query(Long.class).optional().map(Subject::application);
        return people.withRole(Role.COUNCIL_MEMBER).stream().filter(member -> member.id() != proposedBy)
                .filter(member -> file.map(one -> duties.conflicts(member, one, Duty.VOTE).isEmpty()).orElse(true)).toList();
    }
}
