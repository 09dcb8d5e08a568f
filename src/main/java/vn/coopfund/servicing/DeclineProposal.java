package vn.coopfund.servicing;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** The second person does not let an act be done, and says why. */
@Act
@Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
public class DeclineProposal {

    private final Proposals proposals;
    private final Deciders deciders;
    private final CaseEvents events;
    private final Notices notices;
    private final ApplicationEventPublisher publisher;

    DeclineProposal(Proposals proposals, Deciders deciders, CaseEvents events, Notices notices,
            ApplicationEventPublisher publisher) {
        this.proposals = proposals;
        this.deciders = deciders;
        this.events = events;
        this.notices = notices;
        this.publisher = publisher;
    }

    public Proposed decline(long proposalId, String reason) {
        new Refusal.Problems()
                .addIf(reason == null || reason.isBlank(), "reason", "servicing.refused.say-why")
                .addIf(reason != null && reason.length() > ProposalDesk.LONGEST, "reason", "servicing.refused.too-long",
                        ProposalDesk.LONGEST)
                .refuseIfAny();
        Proposal proposal = proposals.lockPending(proposalId);
        if (proposal.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("servicing.refused.own-proposal");
        }
        deciders.refuseOthers(proposal);
        deciders.refuseUnvoted(proposal, false);
        proposals.decide(proposal, Proposal.State.REJECTED, reason.strip());
        if (proposal.loanId() != null) {
            events.note(Subject.loan(proposal.loanId()), "servicing.event.proposal-declined",
                    "#" + proposal.kind().key(), reason.strip());
        }
        notices.tell(List.of(proposal.proposedBy()), "/proposals/" + proposalId, "servicing.notice.proposal-declined",
                "#" + proposal.kind().key(), proposal.loanNumber() == null ? "–" : proposal.loanNumber(), reason.strip());
        publisher.publishEvent(new ProposalDeclined(proposalId, reason.strip()));
        return Proposed.of(proposals.byId(proposalId));
    }
}
