package vn.coopfund.servicing;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Subject;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** What comes of an act that waited, whoever decided: one second person, or the council whose chair signs. */
@Component
class ProposalOutcome {

    private final LoanDesk desk;
    private final Proposals proposals;
    private final WaitingActs acts;
    private final Duties duties;
    private final CaseEvents events;
    private final Notices notices;
    private final ApplicationEventPublisher publisher;

    ProposalOutcome(LoanDesk desk, Proposals proposals, WaitingActs acts, Duties duties, CaseEvents events, Notices notices,
            ApplicationEventPublisher publisher) {
        this.desk = desk;
        this.proposals = proposals;
        this.acts = acts;
        this.duties = duties;
        this.events = events;
        this.notices = notices;
        this.publisher = publisher;
    }

    /** A proposal with its loan, both locked, the loan first; {@code loan} is null where it is only taken on by it. */
    record Held(Loan loan, Proposal proposal) {
    }

    /** @throws Refusal where it was decided already (409), or to who proposed it (403) */
    @Transactional(propagation = Propagation.MANDATORY)
    Held hold(long proposalId) {
        Long loanId = proposals.byId(proposalId).loanId();
        Loan loan = loanId == null ? null : desk.lock(Subject.loan(loanId));
        Proposal proposal = proposals.lockPending(proposalId);
        if (proposal.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("servicing.refused.own-proposal");
        }
        return new Held(loan, proposal);
    }

    /** The act is checked again as of today, then done with its own value date. */
    @Transactional(propagation = Propagation.MANDATORY)
    Decided confirm(Held held) {
        Proposal proposal = held.proposal();
        duties.take(Subject.proposal(proposal.id()), Duty.DECIDE_ACT);
        proposals.decide(proposal, Proposal.State.CONFIRMED, null);
        WaitingAct.Done done = acts.of(proposal.kind()).perform(held.loan(), proposal, Actors.current().id());
        return new Decided(proposal.id(), held.loan() == null ? done.id() : held.loan().id(), proposal.kind(),
                Proposal.State.CONFIRMED, done.id(), done.voucher(), done.receipt());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Proposed decline(Held held, String reason) {
        proposals.decide(held.proposal(), Proposal.State.REJECTED, reason);
        return tell(held.proposal(), "servicing.event.proposal-declined", "servicing.notice.proposal-declined", reason);
    }

    /** Nobody declined it, and yet it can be done no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    Proposed lapse(Held held, String reason) {
        proposals.drop(held.proposal(), Proposal.State.LAPSED, reason);
        return tell(held.proposal(), "servicing.event.proposal-unfit", "servicing.notice.proposal-unfit", reason);
    }

    private Proposed tell(Proposal proposal, String event, String notice, String reason) {
        if (proposal.loanId() != null) {
            events.note(Subject.loan(proposal.loanId()), event, "#" + proposal.kind().key(), reason);
        }
        notices.tell(List.of(proposal.proposedBy()), "/proposals/" + proposal.id(), notice, "#" + proposal.kind().key(),
                proposal.loanNumber() == null ? "–" : proposal.loanNumber(), reason);
        publisher.publishEvent(new ProposalDeclined(proposal.id(), reason));
        return Proposed.of(proposals.byId(proposal.id()));
    }
}
