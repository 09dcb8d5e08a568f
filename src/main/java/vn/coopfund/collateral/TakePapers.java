package vn.coopfund.collateral;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** Takes papers of an item into keeping, by minutes that the borrower signs. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class TakePapers {

    private final Items items;
    private final Handovers handovers;
    private final Borrowers borrowers;
    private final Notices notices;

    TakePapers(Items items, Handovers handovers, Borrowers borrowers, Notices notices) {
        this.items = items;
        this.handovers = handovers;
        this.borrowers = borrowers;
        this.notices = notices;
    }

    /**
     * Answers the id of the minutes.
     *
     * @param place where they are kept
     * @param party who gave them
     */
    public long take(long id, String papers, String place, String party, LocalDate on) {
        Item item = items.lock(id);
        if (!item.secures()) {
            throw Refusal.conflict("collateral.refused.secures-nothing", item.number());
        }
        long minutes = handovers.take(item, papers, place, party, on);
        notices.tell(borrowers.signIns(item.borrowerId()), item.pathOfPapers(), "collateral.notice.sign-minutes", item.number());
        return minutes;
    }
}
