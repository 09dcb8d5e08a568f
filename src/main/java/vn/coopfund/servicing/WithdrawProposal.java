package vn.coopfund.servicing;

import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;

/** Who proposed an act takes the proposal back while it waits, to propose it otherwise or not at all. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
public class WithdrawProposal {

    private final LoanDesk desk;
    private final Proposals proposals;
    private final ProposalMatters matters;
    private final CaseEvents events;
    private final Texts texts;
    private final ApplicationEventPublisher publisher;

    WithdrawProposal(LoanDesk desk, Proposals proposals, ProposalMatters matters, CaseEvents events, Texts texts,
            ApplicationEventPublisher publisher) {
        this.desk = desk;
        this.proposals = proposals;
        this.matters = matters;
        this.events = events;
        this.texts = texts;
        this.publisher = publisher;
    }

    public Proposed withdraw(long proposalId) {
        Long loanId = proposals.byId(proposalId).loanId();
        if (loanId != null) {
            desk.lock(Subject.loan(loanId));
        }
        Proposal proposal = proposals.lockPending(proposalId);
        if (proposal.proposedBy() != Actors.current().id()) {
            throw Refusal.forbidden("servicing.refused.not-proposer", proposal.proposedByName());
        }
        String reason = texts.in(Locale.forLanguageTag("vi"), "servicing.proposal.withdrawn");
        proposals.drop(proposal, Proposal.State.WITHDRAWN, reason);
        matters.takeBack(proposal, reason);
        if (proposal.loanId() != null) {
            events.note(Subject.loan(proposal.loanId()), "servicing.event.proposal-withdrawn", "#" + proposal.kind().key());
        }
        publisher.publishEvent(new ProposalDeclined(proposalId, reason));
        return Proposed.of(proposals.byId(proposalId));
    }
}
