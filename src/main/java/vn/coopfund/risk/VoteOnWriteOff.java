package vn.coopfund.risk;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** A member of the risk council votes on a write-off, once. */
@Act
@Allowed(Role.COUNCIL_MEMBER)
public class VoteOnWriteOff {

    private final WriteOffs writeOffs;
    private final BusinessDay businessDay;

    VoteOnWriteOff(WriteOffs writeOffs, BusinessDay businessDay) {
        this.writeOffs = writeOffs;
        this.businessDay = businessDay;
    }

    /** @param reason needed for a vote against */
    public WriteOffs.WriteOff vote(long id, boolean pro, String reason) {
        if (!pro && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("reason", "risk.refused.say-why");
        }
        WriteOffs.WriteOff one = writeOffs.lockPending(id);
        if (one.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("risk.refused.own-proposal");
        }
        writeOffs.vote(one, pro, reason, businessDay.today());
        return one;
    }
}
