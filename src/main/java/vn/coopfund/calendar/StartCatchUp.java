package vn.coopfund.calendar;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Has the open days through a later one closed in the background, for who cannot wait for them before the page. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class StartCatchUp {

    private final DayBook days;
    private final CatchUps catchUps;
    private final BusinessDay businessDay;
    private final ApplicationEventPublisher publisher;

    StartCatchUp(DayBook days, CatchUps catchUps, BusinessDay businessDay, ApplicationEventPublisher publisher) {
        this.days = days;
        this.catchUps = catchUps;
        this.businessDay = businessDay;
        this.publisher = publisher;
    }

    /** @throws Refusal for a day that cannot be closed, or while days are being closed already */
    public void start(LocalDate through) {
        if (through == null) {
            throw Refusal.invalid("day", "calendar.refused.day-needed");
        }
        days.refuseWrong(through);
        long id = catchUps.add(businessDay.today(), through)
                .orElseThrow(() -> Refusal.conflict("calendar.refused.running"));
        publisher.publishEvent(new CatchUpAsked(id));
    }
}
