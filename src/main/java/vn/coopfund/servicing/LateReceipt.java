package vn.coopfund.servicing;

import org.springframework.stereotype.Component;

/** A receipt learned of too late to be taken by one person alone. */
@Component
class LateReceipt implements WaitingAct {

    private final Receipts receipts;

    LateReceipt(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.TAKE_REPAYMENT;
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        receipts.refuseWrong(loan, proposal.receipt(), proposal.id());
        RepaymentResult posted = receipts.post(loan, proposal.receipt(), proposal, checkedBy);
        return new Done(posted.id(), posted.voucher(), posted);
    }
}
