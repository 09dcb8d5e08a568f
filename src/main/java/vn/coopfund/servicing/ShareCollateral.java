package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.workflow.CaseEvents;

/** Lets an item that secures one loan secure another too; its value is deducted once all the same. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ShareCollateral {

    private final LoanDesk desk;
    private final Collaterals collaterals;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    ShareCollateral(LoanDesk desk, Collaterals collaterals, BusinessDay businessDay, CaseEvents events) {
        this.desk = desk;
        this.collaterals = collaterals;
        this.businessDay = businessDay;
        this.events = events;
    }

    public void share(Subject subject, long collateral) {
        Loan loan = desk.lock(subject);
        Collaterals.Item item = collaterals.get(collateral, businessDay.today());
        collaterals.secure(item.id(), loan.id(), businessDay.today());
        events.note(subject, "servicing.event.collateral-shared", item.description());
    }
}
