package vn.coopfund.collateral;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Gives the papers of an item that secures nothing any more back. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ReturnPapers {

    private final Items items;
    private final Handovers handovers;

    ReturnPapers(Items items, Handovers handovers) {
        this.items = items;
        this.handovers = handovers;
    }

    /** @param party who takes them */
    public void giveBack(long id, String party, LocalDate on) {
        Item item = items.lock(id);
        if (item.secures()) {
            throw Refusal.conflict("collateral.refused.still-secures", item.number());
        }
        if (handovers.giveBack(item, party, on) == 0) {
            throw Refusal.conflict("collateral.refused.no-papers", item.number());
        }
    }
}
