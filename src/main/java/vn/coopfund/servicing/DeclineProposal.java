package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** The second person does not let an act be done, and says why. */
@Act
@Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
public class DeclineProposal {

    private final ProposalOutcome outcome;
    private final Deciders deciders;

    DeclineProposal(ProposalOutcome outcome, Deciders deciders) {
        this.outcome = outcome;
        this.deciders = deciders;
    }

    public Proposed decline(long proposalId, String reason) {
        new Refusal.Problems()
                .addIf(reason == null || reason.isBlank(), "reason", "servicing.refused.say-why")
                .addIf(reason != null && reason.length() > ProposalDesk.LONGEST, "reason", "servicing.refused.too-long",
                        ProposalDesk.LONGEST)
                .refuseIfAny();
        ProposalOutcome.Held held = outcome.hold(proposalId);
        deciders.refuseOthers(held.proposal());
        return outcome.decline(held, reason.strip());
    }
}
