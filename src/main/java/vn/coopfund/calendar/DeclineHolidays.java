package vn.coopfund.calendar;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Declines a year's calendar that was proposed wrongly, with the reason; nothing changes. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class DeclineHolidays {

    private final YearCalendars years;
    private final Duties duties;

    DeclineHolidays(YearCalendars years, Duties duties) {
        this.years = years;
        this.duties = duties;
    }

    public YearProposal decline(long id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "calendar.holidays.reason-needed");
        }
        YearProposal waiting = years.waiting(id);
        duties.take(waiting.subject(), Duty.CONFIRM_PARAMETER);
        return years.decide(waiting, YearProposal.State.DECLINED, reason.strip());
    }
}
