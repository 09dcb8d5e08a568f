package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Takes money on a loan, wherever its process stands. What was learned more than five days late, or belongs to a
 * closed month, waits for a second person.
 */
@Act
@Allowed(Role.ACCOUNTANT)
public class TakeRepayment {

    private final LoanDesk desk;
    private final Receipts receipts;
    private final Proposals proposals;
    private final CaseEvents events;
    private final Notices notices;
    private final People people;

    TakeRepayment(LoanDesk desk, Receipts receipts, Proposals proposals, CaseEvents events, Notices notices,
            People people) {
        this.desk = desk;
        this.receipts = receipts;
        this.proposals = proposals;
        this.events = events;
        this.notices = notices;
        this.people = people;
    }

    /** @throws Refusal saying what is wrong: amount, day, a loan that takes no money, a bank reference known already */
    public RepaymentResult take(Subject subject, Receipt receipt) {
        Loan loan = desk.lock(subject);
        receipts.refuseWrong(loan, receipt, null);
        return receipts.needsSecondPerson(receipt) ? propose(loan, receipt) : receipts.post(loan, receipt, null);
    }

    private RepaymentResult propose(Loan loan, Receipt receipt) {
        if (Actors.current().isSystem()) {
            throw Refusal.forbidden("servicing.refused.second-person");
        }
        long proposal = proposals.add(loan, receipt);
        events.note(loan.subject(), "servicing.event.proposed", receipt.amount(), receipt.valueDate());
        notices.tell(people.withRole(Role.CHIEF_ACCOUNTANT).stream().map(person -> person.id()).toList(),
                "/repayment-proposals", "servicing.notice.proposed", loan.number(), receipt.amount(), receipt.valueDate());
        return new RepaymentResult(proposal, loan.id(), RepaymentResult.State.PENDING, null, null);
    }
}
