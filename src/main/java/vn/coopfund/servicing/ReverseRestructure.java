package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Proposes to take the last restructuring of a loan back; decided by whoever would decide on one. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ReverseRestructure {

    private final LoanDesk desk;
    private final RestructureTakenBack restructureTakenBack;
    private final Authority authority;
    private final ProposalDesk proposals;

    ReverseRestructure(LoanDesk desk, RestructureTakenBack restructureTakenBack, Authority authority,
            ProposalDesk proposals) {
        this.desk = desk;
        this.restructureTakenBack = restructureTakenBack;
        this.authority = authority;
        this.proposals = proposals;
    }

    /** @throws Refusal where none stands */
    public Proposed propose(Subject subject, String why) {
        Loan loan = desk.lock(subject);
        ProposalDesk.refuseWithoutReason(why);
        RestructureTakenBack.Last last = restructureTakenBack.last(loan);
        long outstanding = restructureTakenBack.outstanding(loan);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.REVERSE_RESTRUCTURE, loan, last.valueDate(),
                outstanding, why.strip()).takingBack(last.id())
                .beyondDirector(authority.isBeyondDirector(loan, Dong.of(outstanding)))));
    }
}
