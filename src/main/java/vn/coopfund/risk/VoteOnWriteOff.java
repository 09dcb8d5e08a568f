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
    private final WriteOffBallot ballot;
    private final BusinessDay businessDay;

    VoteOnWriteOff(WriteOffs writeOffs, WriteOffBallot ballot, BusinessDay businessDay) {
        this.writeOffs = writeOffs;
        this.ballot = ballot;
        this.businessDay = businessDay;
    }

    /** @param reason needed for a vote against */
    public WriteOffs.WriteOff vote(long id, boolean pro, String reason) {
        if (!pro && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("reason", "risk.refused.say-why");
        }
        WriteOffs.WriteOff one = writeOffs.lockPending(id);
        if (!ballot.isVoter(Actors.current(), one)) {
            throw Refusal.forbidden("risk.refused.not-voter");
        }
        writeOffs.vote(one, pro, reason == null || reason.isBlank() ? null : reason.strip(), businessDay.today());
        return one;
    }
}
