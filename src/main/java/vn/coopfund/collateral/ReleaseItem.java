package vn.coopfund.collateral;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;

/** Releases an item from a loan that nobody owes any more, where its process does not ask for that. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ReleaseItem {

    private final Items items;
    private final Releases releases;
    private final BusinessDay businessDay;

    ReleaseItem(Items items, Releases releases, BusinessDay businessDay) {
        this.items = items;
        this.releases = releases;
        this.businessDay = businessDay;
    }

    public void release(long id, long loan) {
        releases.atOnce(items.lock(id), loan, businessDay.today(), null);
    }
}
