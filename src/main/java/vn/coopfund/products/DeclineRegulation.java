package vn.coopfund.products;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Declines a version of the regulation that was proposed wrongly, with the reason; nothing changes. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class DeclineRegulation {

    private final Regulations regulations;
    private final Duties duties;

    DeclineRegulation(Regulations regulations, Duties duties) {
        this.regulations = regulations;
        this.duties = duties;
    }

    public RegulationVersion decline(long id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "products.regulation.reason-needed");
        }
        RegulationVersion waiting = regulations.waiting(id);
        duties.take(waiting.subject(), Duty.CONFIRM_PARAMETER);
        return regulations.decide(waiting, RegulationVersion.State.DECLINED, reason.strip());
    }
}
