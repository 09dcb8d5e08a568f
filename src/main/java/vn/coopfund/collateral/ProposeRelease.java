package vn.coopfund.collateral;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** Proposes to release an item from a loan that is still owed, because the rest of its security is enough. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class ProposeRelease {

    private final Items items;
    private final Releases releases;
    private final People people;
    private final Notices notices;

    ProposeRelease(Items items, Releases releases, People people, Notices notices) {
        this.items = items;
        this.releases = releases;
        this.people = people;
        this.notices = notices;
    }

    public void propose(long id, long loan, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "collateral.refused.reason-needed");
        }
        Item item = items.lock(id);
        releases.propose(item, loan, reason.strip());
        notices.tell(people.withRole(Role.DIRECTOR).stream().map(director -> director.id()).toList(), item.pathOfReleases(),
                "collateral.notice.release-proposed", item.number());
    }
}
