package vn.coopfund.servicing;

import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/** An act now waits for a second person. */
public record Proposed(long id, Long loanId, ProposalKind kind, Proposal.State state) implements HasSubject {

    static Proposed of(Proposal proposal) {
        return new Proposed(proposal.id(), proposal.loanId(), proposal.kind(), proposal.state());
    }

    @Override
    public Subject subject() {
        return loanId == null ? Subject.proposal(id) : Subject.loan(loanId);
    }
}
