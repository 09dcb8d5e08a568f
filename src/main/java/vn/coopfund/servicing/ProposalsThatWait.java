package vn.coopfund.servicing;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.web.WaitingWork;

/** Acts on loans that wait for this person's word. */
@Component
class ProposalsThatWait implements WaitingWork {

    private final Proposals proposals;
    private final WaitingActs acts;

    ProposalsThatWait(Proposals proposals, WaitingActs acts) {
        this.proposals = proposals;
        this.acts = acts;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        int waiting = !actor.isStaff() ? 0 : (int) proposals.pending(null).stream()
                .filter(one -> acts.mayDecide(actor, one)).count();
        return waiting == 0 ? List.of()
                : List.of(new Entry("servicing.waiting.proposals", List.of(waiting), waiting, "/proposals", false));
    }
}
