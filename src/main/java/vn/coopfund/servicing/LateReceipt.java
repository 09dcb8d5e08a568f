package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.workflow.CaseEvents;

/**
 * A receipt learned of too late to be taken by one person alone. What was decided while it waited stays as decided: where
 * the loan was restructured, written off or settled meanwhile, the money is taken on that day, on a settled loan as the
 * borrower's credit. Who wants it on its own day takes that decision back first.
 */
@Component
class LateReceipt implements WaitingAct {

    private final Receipts receipts;
    private final EarliestDay earliestDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    LateReceipt(Receipts receipts, EarliestDay earliestDay, CaseEvents events, BorrowerNotices notices) {
        this.receipts = receipts;
        this.earliestDay = earliestDay;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.TAKE_REPAYMENT;
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        receipts.refuseWrong(loan, taken(loan, proposal), proposal.id());
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        Receipt asked = proposal.receipt();
        boolean settled = loan.state().isSettled();
        recheck(loan, proposal);
        Receipt taken = taken(loan, proposal);
        LocalDate on = taken.valueDate();
        RepaymentResult posted = receipts.post(loan, taken, proposal, checkedBy);
        if (!on.equals(asked.valueDate())) {
            events.tell(loan.subject(), "servicing.event.received-overtaken", asked.amount(), asked.valueDate(), on);
        }
        if (settled) {
            notices.tell(loan, "servicing.notice.credit-kept", loan.number(), asked.amount());
        }
        return new Done(posted.id(), posted.voucher(), posted);
    }

    /** On the day on which it counts. */
    private Receipt taken(Loan loan, Proposal proposal) {
        Receipt asked = proposal.receipt();
        LocalDate on = earliestDay.ofMoney(loan.id()).filter(asked.valueDate()::isBefore).orElse(asked.valueDate());
        return new Receipt(asked.amount(), on, asked.channel(), asked.reference(),
                loan.state().isSettled() ? null : asked.early(), asked.bankAccount());
    }
}
