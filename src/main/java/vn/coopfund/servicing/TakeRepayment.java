package vn.coopfund.servicing;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

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
    private final BusinessDay businessDay;
    private final Texts texts;

    TakeRepayment(LoanDesk desk, Receipts receipts, ProposalDesk proposals, BusinessDay businessDay, Texts texts) {
        this.desk = desk;
        this.receipts = receipts;
        this.proposals = proposals;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    public RepaymentResult take(Subject subject, Receipt receipt) {
        return take(subject, receipt, null);
    }

    /**
     * Posts it, or lets it wait.
     *
     * @param why   of a receipt learned late; null says by how many days
     * @throws Refusal saying what is wrong: amount, day, a loan that takes no money, a bank reference known already
     */
    public RepaymentResult take(Subject subject, Receipt receipt, String why) {
        Loan loan = desk.lock(subject);
        receipts.refuseWrong(loan, receipt, null);
        return receipts.needsSecondPerson(receipt) ? propose(loan, receipt, why) : receipts.post(loan, receipt, null, null);
    }

    private RepaymentResult propose(Loan loan, Receipt receipt, String why) {
        boolean said = why != null && !why.isBlank();
        new Refusal.Problems().addIf(said && why.length() > ProposalDesk.LONGEST, "why", "servicing.refused.too-long",
                ProposalDesk.LONGEST).refuseIfAny();
        String reason = said ? why.strip() : texts.in(Locale.forLanguageTag("vi"), "servicing.repayment.late",
                ChronoUnit.DAYS.between(receipt.valueDate(), businessDay.today()));
        Proposal proposal = proposals.take(NewProposal.of(ProposalKind.TAKE_REPAYMENT, loan, null, null, reason).with(receipt));
        return new RepaymentResult(proposal.id(), loan.id(), RepaymentResult.State.PENDING, null, null);
    }
}
