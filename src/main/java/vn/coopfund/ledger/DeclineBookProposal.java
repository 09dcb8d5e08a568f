package vn.coopfund.ledger;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Declines an act on the books that was proposed wrongly, with the reason; nothing changes. */
@Act
@Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.ADMINISTRATOR})
public class DeclineBookProposal {

    private final BookProposals proposals;

    DeclineBookProposal(BookProposals proposals) {
        this.proposals = proposals;
    }

    public void decline(long id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "ledger.reason-needed");
        }
        BookProposal proposal = proposals.lockFor(Actors.current(), id);
        AuditDetail.note(proposal.kind().name() + " " + proposal.target());
        proposals.decide(proposal, BookProposal.State.DECLINED, reason.strip());
    }
}
