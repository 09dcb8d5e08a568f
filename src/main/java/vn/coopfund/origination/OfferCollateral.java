package vn.coopfund.origination;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.ItemContent;
import vn.coopfund.collateral.Offers;
import vn.coopfund.workflow.CaseEvents;

/** Offers an item, a new one or one that is in the register, as security of an application, which then is secured by it. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class OfferCollateral {

    private final OfferedSecurity security;
    private final Offers offers;
    private final CaseEvents events;

    OfferCollateral(OfferedSecurity security, Offers offers, CaseEvents events) {
        this.security = security;
        this.offers = offers;
        this.events = events;
    }

    /**
     * @param known   the id of an item in the register; null for one that is written now
     * @param content null with a known one
     */
    public Item offer(Subject subject, Long known, ItemContent content) {
        Application application = security.open(subject);
        Item item = known == null ? offers.offer(application.id(), application.borrowerId(), content)
                : offers.offerKnown(application.id(), application.borrowerId(), known);
        security.follow(application);
        events.tell(subject, "origination.event.collateral-offered", item.number(), item.description());
        return item;
    }
}
