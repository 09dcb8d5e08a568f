package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.Refusal;

/** Proposes to take a live loan on from old books; the chief accountant confirms it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class TakeOnLoan {

    private final LoanTakenOn loanTakenOn;
    private final ProposalDesk proposals;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final PostingTemplates templates;

    TakeOnLoan(LoanTakenOn loanTakenOn, ProposalDesk proposals, LendingRegulations regulations,
            BusinessDay businessDay, PostingTemplates templates) {
        this.loanTakenOn = loanTakenOn;
        this.proposals = proposals;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.templates = templates;
    }

    /**
     * Rates of arrears that are not given are those of the regulation.
     *
     * @throws Refusal saying everything that does not fit together
     */
    public Proposed propose(TakeOnTerms given, String why) {
        TakeOnTerms terms = given.orAsRegulated(regulations.on(businessDay.today()),
                templates.account(KnownAccount.OTHER_CAPITAL));
        Refusal.Problems problems = new Refusal.Problems();
        LoanTakenOn.refuseMissing(terms, problems);
        ProposalDesk.refuseWithoutReason(problems, why);
        problems.refuseIfAny();
        loanTakenOn.refuseWrong(terms);
        if (loanTakenOn.isAsked(terms.contractNumber())) {
            throw Refusal.invalid("contractNumber", "servicing.refused.contract-asked", terms.contractNumber());
        }
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.TAKE_ON_LOAN, null, null, terms.principal(), why.strip())
                .with(terms)));
    }
}
