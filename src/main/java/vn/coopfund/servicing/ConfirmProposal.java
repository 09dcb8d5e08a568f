package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** The second person lets an act be done that waited; never the one who proposed it. */
@Act
@Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
public class ConfirmProposal {

    private final LoanDesk desk;
    private final Proposals proposals;
    private final WaitingActs acts;
    private final Deciders deciders;
    private final Duties duties;

    ConfirmProposal(LoanDesk desk, Proposals proposals, WaitingActs acts, Deciders deciders, Duties duties) {
        this.desk = desk;
        this.proposals = proposals;
        this.acts = acts;
        this.deciders = deciders;
        this.duties = duties;
    }

    /** The act is checked again as of today, then done with its own value date. */
    public Decided confirm(long proposalId) {
        Long loanId = proposals.byId(proposalId).loanId();
        Loan loan = loanId == null ? null : desk.lock(Subject.loan(loanId));
        Proposal proposal = proposals.lockPending(proposalId);
        Actor actor = Actors.current();
        if (proposal.proposedBy() == actor.id()) {
            throw Refusal.forbidden("servicing.refused.own-proposal");
        }
        deciders.refuseOthers(proposal);
        deciders.refuseUnvoted(proposal, true);
        duties.take(Subject.proposal(proposalId), Duty.DECIDE_ACT);
        proposals.decide(proposal, Proposal.State.CONFIRMED, null);
        WaitingAct.Done done = acts.of(proposal.kind()).perform(loan, proposal, actor.id());
        return new Decided(proposalId, loanId == null ? done.id() : loanId, proposal.kind(), Proposal.State.CONFIRMED,
                done.id(), done.voucher(), done.receipt());
    }
}
