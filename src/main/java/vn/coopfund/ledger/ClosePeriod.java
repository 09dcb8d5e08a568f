package vn.coopfund.ledger;

import java.time.YearMonth;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Closes a month of the books that is over: from then on facts of it are booked on the first open day after it. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ClosePeriod {

    private final Periods periods;
    private final PeriodChecks checks;
    private final BusinessDay businessDay;

    ClosePeriod(Periods periods, PeriodChecks checks, BusinessDay businessDay) {
        this.periods = periods;
        this.checks = checks;
        this.businessDay = businessDay;
    }

    /**
     * Waits for entries of that month that are being posted; closing a closed month changes nothing.
     *
     * @throws Refusal while the month is not over or an earlier one is not closed hard, or where a check does not agree
     */
    public void close(YearMonth month) {
        Actor actor = Actors.current();
        if (!month.atEndOfMonth().isBefore(businessDay.today())) {
            throw Refusal.conflict("ledger.month-not-over", businessDay.today());
        }
        if (periods.become(month, Periods.State.CLOSED, actor.isSystem() ? null : actor.id(), null, null)) {
            checks.against(month).ifPresent(wrong -> {
                throw Refusal.conflict("ledger.check-disagrees", "#" + wrong.key(), wrong.finding().figure());
            });
        }
    }
}
