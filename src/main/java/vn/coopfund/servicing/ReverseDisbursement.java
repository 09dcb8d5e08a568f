package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Proposes to take a disbursement back whose money came back, or that was a mistake; the chief accountant confirms it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ReverseDisbursement {

    private final LoanDesk desk;
    private final DisbursementTakenBack disbursementTakenBack;
    private final ProposalDesk proposals;

    ReverseDisbursement(LoanDesk desk, DisbursementTakenBack disbursementTakenBack, ProposalDesk proposals) {
        this.desk = desk;
        this.disbursementTakenBack = disbursementTakenBack;
        this.proposals = proposals;
    }

    /** @param returnedOn when the money was back in the fund */
    public Proposed propose(Subject subject, long disbursementId, LocalDate returnedOn, String why) {
        Loan loan = desk.lock(subject);
        Disbursement disbursement = disbursementTakenBack.of(loan, disbursementId);
        Refusal.Problems problems = new Refusal.Problems();
        ProposalDesk.refuseWithoutReason(problems, why);
        problems.addIf(returnedOn == null, "returnedOn", "servicing.refused.required").refuseIfAny();
        disbursementTakenBack.refuseWrong(loan, disbursement, returnedOn);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.REVERSE_DISBURSEMENT, loan, returnedOn,
                Dong.longOf(disbursement.amount()), why.strip()).takingBack(disbursementId)));
    }
}
