package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** A member of the management council votes, once, on an act beyond the director's authority. */
@Act
@Allowed(Role.COUNCIL_MEMBER)
public class VoteOnProposal {

    private final Proposals proposals;
    private final ProposalVotes votes;
    private final CaseEvents events;

    VoteOnProposal(Proposals proposals, ProposalVotes votes, CaseEvents events) {
        this.proposals = proposals;
        this.votes = votes;
        this.events = events;
    }

    /**
     * Votes for it or against it.
     *
     * @param pro    null is refused
     * @param reason needed for a vote against
     */
    public Proposed vote(long proposalId, Boolean pro, String reason) {
        new Refusal.Problems().addIf(pro == null, "vote", "servicing.refused.required")
                .addIf(Boolean.FALSE.equals(pro) && (reason == null || reason.isBlank()), "reason", "servicing.refused.say-why")
                .addIf(reason != null && reason.length() > ProposalDesk.LONGEST, "reason", "servicing.refused.too-long",
                        ProposalDesk.LONGEST)
                .refuseIfAny();
        Proposal proposal = proposals.lockPending(proposalId);
        if (!proposal.council()) {
            throw Refusal.conflict("servicing.refused.no-vote");
        }
        if (!votes.isVoter(Actors.current(), proposal)) {
            throw Refusal.forbidden("servicing.refused.not-voter");
        }
        votes.add(proposal, pro, reason == null || reason.isBlank() ? null : reason.strip());
        if (proposal.loanId() != null) {
            events.note(Subject.loan(proposal.loanId()), "servicing.event.voted", "#" + proposal.kind().key(),
                    pro ? "#servicing.vote.FOR" : "#servicing.vote.AGAINST");
        }
        return Proposed.of(proposal);
    }
}
