package vn.coopfund.servicing;

import java.util.Set;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/**
 * What is not drawn of a loan is given up: its room under the limits is free again, no tranche follows, and the loan
 * runs on what was drawn. A loan of which nothing is out is cancelled by it.
 */
@Component
class UndrawnReleased implements WaitingAct {

    private final DisbursementDesk disbursements;
    private final Realignment realignment;
    private final Exposures exposures;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Processes processes;

    UndrawnReleased(DisbursementDesk disbursements, Realignment realignment, Exposures exposures,
            BusinessDay businessDay, CaseEvents events, BorrowerNotices notices, Processes processes) {
        this.disbursements = disbursements;
        this.realignment = realignment;
        this.exposures = exposures;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.processes = processes;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.RELEASE_UNDRAWN;
    }

    @Override
    public Set<Role> deciders(Proposal proposal) {
        return Set.of(Role.DIRECTOR);
    }

    void refuseWrong(Loan loan) {
        if (loan.undrawn().isZero() || loan.state() == LoanState.CANCELLED) {
            throw Refusal.conflict("servicing.refused.nothing-undrawn", loan.number());
        }
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        refuseWrong(loan);
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        MonetaryAmount undrawn = giveUp(loan, proposal.why());
        follow(loan, proposal.why());
        if (loan.disbursedOn() != null) {
            realignment.align(loan, LoanBooks.Reason.DISBURSED, businessDay.today(), Dong.ZERO);
        }
        notices.tell(loan, "servicing.notice.undrawn-released", loan.number(), undrawn);
        return Done.of(loan.id());
    }

    /** A loan that is called back is not drawn any further, wherever its next tranche stands. */
    void giveUpCalledBack(Loan loan, String why) {
        giveUp(loan, why);
        if (!processes.tell("Message_UndrawnReleased", loan.subject())) {
            processes.end("loan-disbursement", loan.subject(), why);
        }
    }

    /** Returns what will not be drawn. */
    private MonetaryAmount giveUp(Loan loan, String why) {
        MonetaryAmount undrawn = loan.undrawn();
        disbursements.onItsWay(loan).ifPresent(Disbursement::cancel);
        loan.releaseUndrawn(businessDay.today());
        disbursements.flush();
        exposures.release(loan.applicationId());
        events.tell(loan.subject(), "servicing.event.undrawn-released", undrawn, why);
        return undrawn;
    }

    /** A loan of which nothing is out is over wherever its process stands. */
    private void follow(Loan loan, String why) {
        boolean heard = processes.tell("Message_UndrawnReleased", loan.subject());
        if (!heard && loan.state() == LoanState.CANCELLED) {
            processes.end("loan-disbursement", loan.subject(), why);
        } else if (!heard) {
            throw Refusal.conflict("servicing.refused.tranche-on-its-way");
        }
    }
}
