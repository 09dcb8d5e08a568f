package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Proposes to take back that a loan was called back; decided by whoever would decide on a recall. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ReverseAcceleration {

    private final LoanDesk desk;
    private final AccelerationTakenBack accelerationTakenBack;
    private final Authority authority;
    private final ProposalDesk proposals;

    ReverseAcceleration(LoanDesk desk, AccelerationTakenBack accelerationTakenBack, Authority authority, ProposalDesk proposals) {
        this.desk = desk;
        this.accelerationTakenBack = accelerationTakenBack;
        this.authority = authority;
        this.proposals = proposals;
    }

    /** @throws Refusal where none holds */
    public Proposed propose(Subject subject, String why) {
        Loan loan = desk.lock(subject);
        ProposalDesk.refuseWithoutReason(why);
        Recalls.Recall recall = accelerationTakenBack.holding(loan);
        long outstanding = accelerationTakenBack.outstanding(loan);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.REVERSE_ACCELERATION, loan, recall.valueDate(),
                outstanding, why.strip()).takingBack(recall.id())
                .beyondDirector(authority.isBeyondDirector(loan, Dong.of(outstanding)))));
    }
}
