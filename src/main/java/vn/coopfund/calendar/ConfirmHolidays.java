package vn.coopfund.calendar;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Confirms a year's calendar as the second person. Due dates that have not arrived move by it, days gone by stay. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class ConfirmHolidays {

    private final YearCalendars years;
    private final BusinessDay businessDay;
    private final Duties duties;
    private final ApplicationEventPublisher publisher;

    ConfirmHolidays(YearCalendars years, BusinessDay businessDay, Duties duties, ApplicationEventPublisher publisher) {
        this.years = years;
        this.businessDay = businessDay;
        this.duties = duties;
        this.publisher = publisher;
    }

    /** @throws Refusal if it was decided before, or a day that it changes has come and gone while it waited */
    public YearProposal confirm(long id) {
        YearProposal waiting = years.waiting(id);
        LocalDate today = businessDay.today();
        if (YearChange.between(years.of(waiting.year()), waiting.days()).stream()
                .anyMatch(change -> change.day().day().isBefore(today))) {
            throw Refusal.conflict("calendar.holidays.late");
        }
        duties.take(waiting.subject(), Duty.CONFIRM_PARAMETER);
        years.replace(waiting.year(), waiting.days(), today);
        YearProposal confirmed = years.decide(waiting, YearProposal.State.CONFIRMED, null);
        publisher.publishEvent(new HolidaysChanged(waiting.year()));
        return confirmed;
    }
}
