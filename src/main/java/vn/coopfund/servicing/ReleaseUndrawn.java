package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;

/** Proposes that what is not drawn of a loan will not be drawn; the director decides. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ReleaseUndrawn {

    private final LoanDesk desk;
    private final UndrawnReleased undrawnReleased;
    private final ProposalDesk proposals;

    ReleaseUndrawn(LoanDesk desk, UndrawnReleased undrawnReleased, ProposalDesk proposals) {
        this.desk = desk;
        this.undrawnReleased = undrawnReleased;
        this.proposals = proposals;
    }

    public Proposed propose(Subject subject, String why) {
        Loan loan = desk.lock(subject);
        ProposalDesk.refuseWithoutReason(why);
        undrawnReleased.refuseWrong(loan);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.RELEASE_UNDRAWN, loan, null,
                Dong.longOf(loan.undrawn()), why.strip())));
    }
}
