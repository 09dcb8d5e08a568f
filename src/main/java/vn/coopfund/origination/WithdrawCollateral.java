package vn.coopfund.origination;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Offers;
import vn.coopfund.workflow.CaseEvents;

/** Takes an item out of an application again; it stays in the register. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class WithdrawCollateral {

    private final OfferedSecurity security;
    private final Offers offers;
    private final CaseEvents events;

    WithdrawCollateral(OfferedSecurity security, Offers offers, CaseEvents events) {
        this.security = security;
        this.offers = offers;
        this.events = events;
    }

    public void withdraw(Subject subject, long id) {
        Application application = security.open(subject);
        Item item = offers.withdraw(application.id(), id);
        security.follow(application);
        events.tell(subject, "origination.event.collateral-withdrawn", item.number(), item.description());
    }
}
