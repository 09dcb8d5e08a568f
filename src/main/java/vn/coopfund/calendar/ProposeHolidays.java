package vn.coopfund.calendar;

import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes a year's days without work and the weekend days worked in exchange; another administrator confirms them. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class ProposeHolidays {

    private final YearCalendars years;
    private final BusinessDay businessDay;
    private final Duties duties;

    ProposeHolidays(YearCalendars years, BusinessDay businessDay, Duties duties) {
        this.years = years;
        this.businessDay = businessDay;
        this.duties = duties;
    }

    /** @throws Refusal for unreadable lines, for a change of a day gone by, while another proposal of the year waits */
    public YearProposal propose(YearDraft draft) {
        List<CalendarDay> days = draft.read();
        List<YearChange> changes = YearChange.between(years.of(draft.year()), days);
        new Refusal.Problems().addIf(changes.stream().anyMatch(change -> change.day().day().isBefore(businessDay.today())),
                "off", "calendar.holidays.past", businessDay.today()).refuseIfAny();
        if (years.pending(draft.year()).isPresent()) {
            throw Refusal.conflict("calendar.holidays.another-waits");
        }
        if (changes.isEmpty()) {
            throw Refusal.conflict("calendar.holidays.nothing-changes");
        }
        YearProposal proposal = years.add(draft.year(), draft.paper().strip(), days);
        duties.take(proposal.subject(), Duty.PREPARE_PARAMETER);
        return proposal;
    }
}
