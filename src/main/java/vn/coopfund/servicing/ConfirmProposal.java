package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** The second person lets an act be done that waited; never the one who proposed it. */
@Act
@Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
public class ConfirmProposal {

    private final ProposalOutcome outcome;
    private final Deciders deciders;

    ConfirmProposal(ProposalOutcome outcome, Deciders deciders) {
        this.outcome = outcome;
        this.deciders = deciders;
    }

    public Decided confirm(long proposalId) {
        ProposalOutcome.Held held = outcome.hold(proposalId);
        deciders.refuseOthers(held.proposal());
        return outcome.confirm(held);
    }
}
