package vn.coopfund.collateral;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.notices.Notices;
import vn.coopfund.workflow.CaseEvents;

/** The borrower agrees with minutes of papers that changed hands. */
@Act
@Allowed(Role.BORROWER)
public class SignHandover {

    private final Items items;
    private final Handovers handovers;
    private final Notices notices;
    private final CaseEvents events;

    SignHandover(Items items, Handovers handovers, Notices notices, CaseEvents events) {
        this.items = items;
        this.handovers = handovers;
        this.notices = notices;
        this.events = events;
    }

    public void sign(long handover) {
        Handovers.Handover minutes = handovers.get(handover);
        Item item = items.lock(minutes.itemId());
        handovers.sign(minutes);
        notices.done(item.pathOfPapers());
        events.tell(item.subject(), "collateral.event.minutes-signed", minutes.number());
    }
}
