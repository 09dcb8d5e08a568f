package vn.coopfund.collateral;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** The director decides whether an item is released from a loan that is still owed; who proposed it, or valued it, does not. */
@Act
@Allowed(Role.DIRECTOR)
public class DecideRelease {

    private final Items items;
    private final Releases releases;
    private final Duties duties;
    private final Notices notices;

    DecideRelease(Items items, Releases releases, Duties duties, Notices notices) {
        this.items = items;
        this.releases = releases;
        this.duties = duties;
        this.notices = notices;
    }

    public void decide(long id, long release, boolean yes, String remark) {
        if (!yes && (remark == null || remark.isBlank())) {
            throw Refusal.invalid("remark", "collateral.refused.reason-needed");
        }
        Item item = items.lock(id);
        duties.take(item.subject(), Duty.DECIDE_RELEASE);
        releases.decide(item, release, yes, remark == null || remark.isBlank() ? null : remark.strip());
        notices.done(item.pathOfReleases());
    }
}
