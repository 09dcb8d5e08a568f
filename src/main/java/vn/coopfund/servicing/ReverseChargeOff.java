package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Proposes to bring a debt back that left the balance sheet by mistake; the council's chair, who signed it, confirms. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ReverseChargeOff {

    private final LoanDesk desk;
    private final ChargeOffTakenBack chargeOffTakenBack;
    private final Positions positions;
    private final ProposalDesk proposals;
    private final BusinessDay businessDay;

    ReverseChargeOff(LoanDesk desk, ChargeOffTakenBack chargeOffTakenBack, Positions positions, ProposalDesk proposals,
            BusinessDay businessDay) {
        this.desk = desk;
        this.chargeOffTakenBack = chargeOffTakenBack;
        this.positions = positions;
        this.proposals = proposals;
        this.businessDay = businessDay;
    }

    /** @throws Refusal where none stands, or something was recovered since: that is taken back first */
    public Proposed propose(Subject subject, String why) {
        Loan loan = desk.lock(subject);
        ProposalDesk.refuseWithoutReason(why);
        ChargeOffs.Standing one = chargeOffTakenBack.standing(loan);
        return Proposed.of(proposals.take(NewProposal.of(ProposalKind.REVERSE_CHARGE_OFF, loan, one.chargedOffOn(),
                positions.at(loan, businessDay.today()).principalOutstanding(), why.strip()).takingBack(one.id())));
    }
}
