package vn.coopfund.council;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.web.WaitingWork;

/** Votings whose day has come, which the chair can end without those who have not voted. */
@Component
class VotingsThatWait implements WaitingWork {

    private final CouncilMatters matters;

    VotingsThatWait(CouncilMatters matters) {
        this.matters = matters;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        List<Matter> due = actor.is(Role.COUNCIL_CHAIR) ? matters.votingsDue() : List.of();
        return due.isEmpty() ? List.of() : List.of(new Entry("council.waiting.close", List.of(due.size()), due.size(),
                due.size() == 1 ? "/council/" + due.get(0).id() : "/council?open=true", false));
    }
}
