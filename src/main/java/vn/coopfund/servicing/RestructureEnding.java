package vn.coopfund.servicing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.notices.Notices;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** Ends a restructuring on its way another way than by a decision; its process and what lies before the council end with it. */
@Component
class RestructureEnding {

    private final RestructureRequests requests;
    private final CouncilMatters matters;
    private final Processes processes;
    private final CaseEvents events;
    private final Notices notices;
    private final BorrowerNotices borrower;

    RestructureEnding(RestructureRequests requests, CouncilMatters matters, Processes processes, CaseEvents events,
            Notices notices, BorrowerNotices borrower) {
        this.requests = requests;
        this.matters = matters;
        this.processes = processes;
        this.events = events;
        this.notices = notices;
        this.borrower = borrower;
    }

    /** To be called under the loan's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Loan loan, RestructureRequest request, RestructureRequest.State state, String answer) {
        processes.holdTasks(loan.subject());
        requests.end(request, state, answer);
        matters.takeBack(loan.subject(), RestructureBeforeCouncil.question(request));
        processes.tell("Message_RestructureEnded", loan.subject());
    }

    /** Once the loan is settled or out of the balance sheet there is nothing to restructure. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lapse(Loan loan, String answer) {
        requests.openOn(loan.id()).ifPresent(open -> {
            end(loan, open, RestructureRequest.State.LAPSED, answer);
            events.tell(loan.subject(), "servicing.event.restructure-lapsed", "#" + loan.state().key());
            borrower.tell(loan, "servicing.notice.restructure-lapsed", loan.number(), "#" + loan.state().key());
            if (open.plannedBy() != null) {
                notices.tell(List.of(open.plannedBy()), "/loans/" + loan.id(), "servicing.notice.restructure-lapsed",
                        loan.number(), "#" + loan.state().key());
            }
        });
    }
}
