package vn.coopfund.ledger;

import java.time.YearMonth;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/**
 * Closes a month that is over softly: facts of it are booked later already, only adjustments that the chief accountant
 * makes or checks (manual entries, provisions) still come into it.
 */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class SoftClosePeriod {

    private final Periods periods;
    private final BusinessDay businessDay;

    SoftClosePeriod(Periods periods, BusinessDay businessDay) {
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /** @throws Refusal while the month is not over or an earlier one is open, or where it is closed hard */
    public void close(YearMonth month) {
        Actor actor = Actors.current();
        if (!month.atEndOfMonth().isBefore(businessDay.today())) {
            throw Refusal.conflict("ledger.month-not-over", businessDay.today());
        }
        if (periods.state(month) == Periods.State.CLOSED) {
            throw Refusal.conflict("ledger.month-closed-hard");
        }
        periods.become(month, Periods.State.SOFT, actor.isSystem() ? null : actor.id(), null, null);
    }
}
