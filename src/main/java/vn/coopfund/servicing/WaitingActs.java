package vn.coopfund.servicing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;

/** Finds the act of a proposal, and who may decide on it. */
@Component
public class WaitingActs {

    private final ObjectProvider<WaitingAct> acts;

    WaitingActs(ObjectProvider<WaitingAct> acts) {
        this.acts = acts;
    }

    WaitingAct of(ProposalKind kind) {
        return byKind().get(kind);
    }

    /** The roles that it waits for. */
    public Set<Role> deciders(Proposal proposal) {
        return of(proposal.kind()).deciders(proposal);
    }

    /** Whether this person may decide on it: holds such a role, and did not propose it. */
    public boolean mayDecide(Actor actor, Proposal proposal) {
        return proposal.isPending() && proposal.proposedBy() != actor.id()
                && actor.isAny(deciders(proposal).toArray(Role[]::new));
    }

    /** Those that wait for this person. */
    public List<Proposal> waitingFor(Actor actor, List<Proposal> proposals) {
        return proposals.stream().filter(proposal -> mayDecide(actor, proposal)).toList();
    }

    private Map<ProposalKind, WaitingAct> byKind() {
        return acts.stream().collect(Collectors.toMap(WaitingAct::kind, Function.identity()));
    }
}
