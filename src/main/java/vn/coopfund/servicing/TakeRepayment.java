package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/**
 * Takes money on a loan, wherever its process stands. What was learned more than five days late, or belongs to a
 * closed month, waits for a second person.
 */
@Act
@Allowed(Role.ACCOUNTANT)
public class TakeRepayment {

    private final LoanDesk desk;
    private final Receipts receipts;
    private final ProposalDesk proposals;

    TakeRepayment(LoanDesk desk, Receipts receipts, ProposalDesk proposals) {
        this.desk = desk;
        this.receipts = receipts;
        this.proposals = proposals;
    }

    /** @throws Refusal saying what is wrong: amount, day, a loan that takes no money, a bank reference known already */
    public RepaymentResult take(Subject subject, Receipt receipt) {
        Loan loan = desk.lock(subject);
        receipts.refuseWrong(loan, receipt, null);
        return receipts.needsSecondPerson(receipt) ? propose(loan, receipt) : receipts.post(loan, receipt, null, null);
    }

    private RepaymentResult propose(Loan loan, Receipt receipt) {
        Proposal proposal = proposals.take(NewProposal.of(ProposalKind.TAKE_REPAYMENT, loan, null, null, null).with(receipt));
        return new RepaymentResult(proposal.id(), loan.id(), RepaymentResult.State.PENDING, null, null);
    }
}
