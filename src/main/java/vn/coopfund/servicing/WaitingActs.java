package vn.coopfund.servicing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Finds the act of a proposal, and who may decide on it. */
@Component
public class WaitingActs {

    private final ObjectProvider<WaitingAct> acts;
    private final LoanDesk desk;

    WaitingActs(ObjectProvider<WaitingAct> acts, LoanDesk desk) {
        this.acts = acts;
        this.desk = desk;
    }

    WaitingAct of(ProposalKind kind) {
        return byKind().get(kind);
    }

    /** The roles that it waits for. */
    public Set<Role> deciders(Proposal proposal) {
        return of(proposal.kind()).deciders(proposal);
    }

    /** Whether this person may decide on it alone: holds such a role, and did not propose it; the council decides by its minutes. */
    public boolean mayDecide(Actor actor, Proposal proposal) {
        return proposal.isPending() && !proposal.council() && proposal.proposedBy() != actor.id()
                && actor.isAny(deciders(proposal).toArray(Role[]::new));
    }

    /** Why it could not be done today, as far as its own act can tell; empty where it could, or was decided. */
    @Transactional(readOnly = true)
    public Optional<Refusal> hindrance(Proposal proposal) {
        if (!proposal.isPending()) {
            return Optional.empty();
        }
        try {
            of(proposal.kind()).recheck(proposal.loanId() == null ? null : desk.look(proposal.loanId()), proposal);
            return Optional.empty();
        } catch (Refusal hindered) {
            return Optional.of(hindered);
        }
    }

    private Map<ProposalKind, WaitingAct> byKind() {
        return acts.stream().collect(Collectors.toMap(WaitingAct::kind, Function.identity()));
    }
}
