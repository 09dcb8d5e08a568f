package vn.coopfund.servicing;

import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** The second person does not let a late receipt be posted, and says why. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class RejectRepayment {

    private final Proposals proposals;
    private final CaseEvents events;
    private final Notices notices;

    RejectRepayment(Proposals proposals, CaseEvents events, Notices notices) {
        this.proposals = proposals;
        this.events = events;
        this.notices = notices;
    }

    public void reject(long proposalId, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "servicing.refused.say-why");
        }
        Proposals.Proposal proposal = proposals.lockPending(proposalId);
        proposals.decide(proposal, Proposals.State.REJECTED, reason.strip());
        events.note(Subject.loan(proposal.loanId()), "servicing.event.rejected", proposal.receipt().amount(), reason);
        notices.tell(List.of(proposal.proposedBy()), "/loans/" + proposal.loanId(), "servicing.notice.rejected",
                proposal.loanNumber(), proposal.receipt().amount(), reason);
    }
}
