package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** The second person lets a receipt be posted that was reported late; never the one who reported it. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ConfirmRepayment {

    private final LoanDesk desk;
    private final Receipts receipts;
    private final Proposals proposals;

    ConfirmRepayment(LoanDesk desk, Receipts receipts, Proposals proposals) {
        this.desk = desk;
        this.receipts = receipts;
        this.proposals = proposals;
    }

    /** The receipt is checked again as of today, then posted with its own value date. */
    public RepaymentResult confirm(long proposalId) {
        Loan loan = desk.lock(Subject.loan(proposals.byId(proposalId).loanId()));
        Proposals.Proposal proposal = proposals.lockPending(proposalId);
        if (proposal.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("servicing.refused.own-proposal");
        }
        receipts.refuseWrong(loan, proposal.receipt(), proposalId);
        proposals.decide(proposal, Proposals.State.CONFIRMED, null);
        return receipts.post(loan, proposal.receipt(), proposal);
    }
}
