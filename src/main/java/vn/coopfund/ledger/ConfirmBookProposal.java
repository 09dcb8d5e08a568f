package vn.coopfund.ledger;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;

/** The second person lets an act on the books be done; never the one who proposed it. */
@Act
@Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.ADMINISTRATOR})
public class ConfirmBookProposal {

    private final BookProposals proposals;

    ConfirmBookProposal(BookProposals proposals) {
        this.proposals = proposals;
    }

    /** It is checked again as of today. */
    public void confirm(long id) {
        Actor actor = Actors.current();
        BookProposal proposal = proposals.lockFor(actor, id);
        AuditDetail.note(proposal.kind().name() + " " + proposal.target());
        proposals.of(proposal).perform(proposal, actor.id());
        proposals.decide(proposal, BookProposal.State.CONFIRMED, null);
    }
}
