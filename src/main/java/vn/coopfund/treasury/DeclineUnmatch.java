package vn.coopfund.treasury;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** The second person does not let a match be undone, and says why. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class DeclineUnmatch {

    private final Unmatchings unmatchings;

    DeclineUnmatch(Unmatchings unmatchings) {
        this.unmatchings = unmatchings;
    }

    public Unmatching decline(long id, String answer) {
        String why = Unmatchings.reason("answer", answer);
        unmatchings.lockForDecision(id);
        unmatchings.decide(id, Unmatching.State.DECLINED, why);
        return unmatchings.byId(id);
    }
}
