package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/**
 * Proposes to forgive interest that is due; the director decides as long as all that was forgiven on the loan is
 * within his authority, above it the management council.
 */
@Act
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
public class WaiveInterest {

    private final LoanDesk desk;
    private final InterestWaived interestWaived;
    private final Authority authority;
    private final ProposalDesk proposals;

    WaiveInterest(LoanDesk desk, InterestWaived interestWaived, Authority authority, ProposalDesk proposals) {
        this.desk = desk;
        this.interestWaived = interestWaived;
        this.authority = authority;
        this.proposals = proposals;
    }

    /** @throws Refusal where not so much is due */
    public Proposed propose(Subject subject, WaiverTerms terms, String why) {
        Loan loan = desk.lock(subject);
        Refusal.Problems problems = new Refusal.Problems();
        ProposalDesk.refuseWithoutReason(problems, why);
        refuseWrongAmount(problems, "interest", terms.interest());
        refuseWrongAmount(problems, "overdueInterest", terms.overdueInterest());
        refuseWrongAmount(problems, "lateInterest", terms.lateInterest());
        problems.refuseIfAny();
        interestWaived.refuseWrong(loan, terms);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.WAIVE_INTEREST, loan, null, terms.total(), why.strip())
                .with(terms).beyondDirector(authority.isBeyondDirector(loan,
                        Dong.of(Math.addExact(interestWaived.soFar(loan), terms.total()))))));
    }

    private static void refuseWrongAmount(Refusal.Problems problems, String field, long amount) {
        problems.addIf(amount < 0, field, "servicing.refused.amount-negative")
                .addIf(amount > Dong.longOf(Dong.LARGEST), field, "servicing.refused.amount-large", Dong.LARGEST);
    }
}
