package vn.coopfund.products;

import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Confirms a version of the regulation as the second person: from its day on it holds for everything not yet signed. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class ConfirmRegulation {

    private final Regulations regulations;
    private final Duties duties;
    private final BusinessDay businessDay;
    private final ApplicationEventPublisher publisher;

    ConfirmRegulation(Regulations regulations, Duties duties, BusinessDay businessDay,
            ApplicationEventPublisher publisher) {
        this.regulations = regulations;
        this.duties = duties;
        this.businessDay = businessDay;
        this.publisher = publisher;
    }

    /** @throws Refusal if it was decided before, or its day has come and gone while it waited */
    public RegulationVersion confirm(long id) {
        RegulationVersion waiting = regulations.waiting(id);
        if (waiting.regulation().inForceFrom().isBefore(businessDay.today())) {
            throw Refusal.conflict("products.regulation.late", waiting.regulation().inForceFrom());
        }
        duties.take(waiting.subject(), Duty.CONFIRM_PARAMETER);
        RegulationVersion confirmed = regulations.decide(waiting, RegulationVersion.State.CONFIRMED, null);
        publisher.publishEvent(new RegulationConfirmed(confirmed.regulation()));
        return confirmed;
    }
}
