package vn.coopfund.servicing;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.web.WaitingWork;

/** Acts on loans that wait for this person's word or vote. */
@Component
class ProposalsThatWait implements WaitingWork {

    private final Proposals proposals;
    private final WaitingActs acts;
    private final ProposalVotes votes;

    ProposalsThatWait(Proposals proposals, WaitingActs acts, ProposalVotes votes) {
        this.proposals = proposals;
        this.acts = acts;
        this.votes = votes;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        int waiting = !actor.isStaff() ? 0 : (int) proposals.pending(null).stream()
                .filter(one -> acts.mayDecide(actor, one) || votes.mayVote(actor, one)).count();
        return waiting == 0 ? List.of()
                : List.of(new Entry("servicing.waiting.proposals", List.of(waiting), waiting, "/proposals", false));
    }
}
