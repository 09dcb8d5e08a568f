package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Proposes to pay a borrower's credit back; the chief accountant confirms it, and the money leaves. */
@Act
@Allowed(Role.ACCOUNTANT)
public class RefundCredit {

    private final LoanDesk desk;
    private final CreditRefunded creditRefunded;
    private final ProposalDesk proposals;

    RefundCredit(LoanDesk desk, CreditRefunded creditRefunded, ProposalDesk proposals) {
        this.desk = desk;
        this.creditRefunded = creditRefunded;
        this.proposals = proposals;
    }

    /** @throws Refusal where there is not so much credit, or not so much money at hand */
    public Proposed propose(Subject subject, RefundTerms terms, String why) {
        Loan loan = desk.lock(subject);
        Refusal.Problems problems = new Refusal.Problems();
        ProposalDesk.refuseWithoutReason(problems, why);
        problems.addIf(terms.amount() == null, "amount", "servicing.refused.required")
                .addIf(terms.amount() != null && !terms.amount().isPositive(), "amount", "servicing.refused.amount-positive")
                .addIf(terms.channel() == null, "channel", "servicing.refused.required")
                .addIf(terms.channel() == Channel.BANK && terms.account() == null, "account", "servicing.refused.account-needed")
                .refuseIfAny();
        creditRefunded.refuseWrong(loan, terms);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.REFUND_CREDIT, loan, null,
                Dong.longOf(terms.amount()), why.strip()).with(new CreditRefunded.Kept(terms.channel(), terms.account(),
                        terms.bankAccount()))));
    }
}
