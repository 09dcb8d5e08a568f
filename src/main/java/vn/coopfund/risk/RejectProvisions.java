package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** The second person does not let the provisions be posted, and says why; they may be proposed anew. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class RejectProvisions {

    private final Provisions provisions;
    private final Notices notices;
    private final BusinessDay businessDay;
    private final MonthEnds monthEnds;

    RejectProvisions(Provisions provisions, Notices notices, BusinessDay businessDay, MonthEnds monthEnds) {
        this.provisions = provisions;
        this.notices = notices;
        this.businessDay = businessDay;
        this.monthEnds = monthEnds;
    }

    public void reject(LocalDate asOf, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "risk.refused.say-why");
        }
        Provisions.Run run = provisions.lockPending(asOf);
        provisions.decide(run, Provisions.State.REJECTED, businessDay.today(), reason.strip());
        notices.tell(List.of(run.proposedBy()), "/risk?asOf=" + asOf, "risk.notice.provisions-rejected", asOf, reason.strip());
        monthEnds.tell("Message_ProvisionsRejected", asOf);
    }
}
