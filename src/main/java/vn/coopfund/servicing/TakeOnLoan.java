package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes to take a live loan on from old books; the chief accountant confirms it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class TakeOnLoan {

    private final LoanTakenOn loanTakenOn;
    private final ProposalDesk proposals;

    TakeOnLoan(LoanTakenOn loanTakenOn, ProposalDesk proposals) {
        this.loanTakenOn = loanTakenOn;
        this.proposals = proposals;
    }

    /** @throws Refusal saying everything that does not fit together */
    public Proposed propose(TakeOnTerms terms, String why) {
        Refusal.Problems problems = new Refusal.Problems();
        LoanTakenOn.refuseMissing(terms, problems);
        ProposalDesk.refuseWithoutReason(problems, why);
        problems.refuseIfAny();
        loanTakenOn.refuseWrong(terms);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.TAKE_ON_LOAN, null, null, terms.principal(), why.strip())
                .with(terms)));
    }
}
