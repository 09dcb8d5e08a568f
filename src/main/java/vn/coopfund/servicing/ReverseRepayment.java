package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Proposes to take a receipt back that should not have been recorded; the chief accountant confirms it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ReverseRepayment {

    private final LoanDesk desk;
    private final TakenReceipts receipts;
    private final ReceiptTakenBack receiptTakenBack;
    private final ProposalDesk proposals;

    ReverseRepayment(LoanDesk desk, TakenReceipts receipts, ReceiptTakenBack receiptTakenBack, ProposalDesk proposals) {
        this.desk = desk;
        this.receipts = receipts;
        this.receiptTakenBack = receiptTakenBack;
        this.proposals = proposals;
    }

    /** @throws Refusal where the receipt does not stand, or what came after it has to be taken back first */
    public Proposed propose(Subject subject, long repaymentId, String why) {
        Loan loan = desk.lock(subject);
        TakenReceipt receipt = receipts.byId(loan.id(), repaymentId);
        ProposalDesk.refuseWithoutReason(why);
        receiptTakenBack.refuseWrong(loan, receipt);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.REVERSE_REPAYMENT, loan, receipt.valueDate(),
                Dong.longOf(receipt.amount()), why.strip()).takingBack(receipt.id())));
    }
}
