package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.workflow.CaseEvents;

/** Closes the file of a settled loan; its process asks for it once nothing is left to give back. */
@Act
public class CloseLoan {

    private final LoanDesk desk;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    CloseLoan(LoanDesk desk, BusinessDay businessDay, CaseEvents events) {
        this.desk = desk;
        this.businessDay = businessDay;
        this.events = events;
    }

    public void close(Subject subject) {
        Loan loan = desk.lock(subject);
        loan.close(businessDay.today());
        events.tell(subject, "servicing.event.closed", loan.number());
    }
}
