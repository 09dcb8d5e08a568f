package vn.coopfund.funding;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Declines a contribution that was proposed wrongly, with the reason; nothing was posted, nothing is. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class DeclineContribution {

    private static final int LONGEST_REASON = 2000;

    private final Contributions contributions;
    private final Duties duties;
    private final BusinessDay businessDay;

    DeclineContribution(Contributions contributions, Duties duties, BusinessDay businessDay) {
        this.contributions = contributions;
        this.duties = duties;
        this.businessDay = businessDay;
    }

    public Contribution decline(long id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "funding.contribution.reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "funding.contribution.reason.too-long", LONGEST_REASON);
        }
        Contribution waiting = contributions.getForUpdate(id);
        if (waiting.state() != Contribution.State.PENDING) {
            throw Refusal.conflict("funding.contribution.settled");
        }
        duties.take(waiting.subject(), Duty.CONFIRM_CONTRIBUTION);
        Actor actor = Actors.current();
        contributions.settle(id, Contribution.State.DECLINED, actor.isSystem() ? null : actor.id(), businessDay.now(),
                reason.strip(), null);
        return contributions.get(id);
    }
}
