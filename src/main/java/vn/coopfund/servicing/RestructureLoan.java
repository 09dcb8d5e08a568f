package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/**
 * Proposes that a loan's outstanding principal fall due anew, at the customer's request (Decree 45/2021/NĐ-CP art. 27);
 * the director decides up to his authority, above it the management council, by the principal outstanding.
 */
@Act
@Allowed(Role.LOAN_OFFICER)
public class RestructureLoan {

    private final LoanDesk desk;
    private final LoanRestructured loanRestructured;
    private final Authority authority;
    private final ProposalDesk proposals;

    RestructureLoan(LoanDesk desk, LoanRestructured loanRestructured, Authority authority, ProposalDesk proposals) {
        this.desk = desk;
        this.loanRestructured = loanRestructured;
        this.authority = authority;
        this.proposals = proposals;
    }

    /** @throws Refusal saying which row is wrong, or that they do not sum to what is owed */
    public Proposed propose(Subject subject, RestructureTerms terms, String why) {
        Loan loan = desk.lock(subject);
        Refusal.Problems problems = new Refusal.Problems();
        ProposalDesk.refuseWithoutReason(problems, why);
        problems.addIf(terms.kind() == null, "kind", "servicing.refused.required").refuseIfAny();
        long outstanding = loanRestructured.refuseWrong(loan, terms);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.RESTRUCTURE_LOAN, loan, null, outstanding, why.strip())
                .with(terms).beyondDirector(authority.isBeyondDirector(loan, Dong.of(outstanding)))));
    }
}
