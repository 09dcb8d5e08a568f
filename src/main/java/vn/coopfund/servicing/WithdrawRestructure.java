package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Who asked for a restructuring takes the request back, any time before the annex is signed. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class WithdrawRestructure {

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final RestructureEnding ending;
    private final CaseEvents events;

    WithdrawRestructure(LoanDesk desk, RestructureRequests requests, RestructureEnding ending, CaseEvents events) {
        this.desk = desk;
        this.requests = requests;
        this.ending = ending;
        this.events = events;
    }

    /** @throws Refusal where it is open no more (409), or the other side asked (403) */
    public RestructureRequest withdraw(Subject subject, long id) {
        Loan loan = desk.lock(subject);
        RestructureRequest open = requests.openOn(loan.id()).filter(one -> one.id() == id)
                .orElseThrow(() -> Refusal.conflict("servicing.refused.no-restructure-request"));
        if (open.byBorrower() != Actors.current().is(Role.BORROWER)) {
            throw Refusal.forbidden("servicing.refused.not-asker", open.askedByName());
        }
        ending.end(loan, open, RestructureRequest.State.WITHDRAWN, null);
        events.tell(subject, "servicing.event.restructure-withdrawn");
        return requests.byId(open.id());
    }
}
