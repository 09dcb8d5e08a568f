package vn.coopfund.workflow;

import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** Ends somebody's standing in from today on: by the absent one, who is back, by the stand-in, or by the director. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT,
    Role.CASHIER})
public class EndStandIn {

    private final Absences absences;
    private final Notices notices;
    private final BusinessDay businessDay;

    EndStandIn(Absences absences, Notices notices, BusinessDay businessDay) {
        this.absences = absences;
        this.notices = notices;
        this.businessDay = businessDay;
    }

    public Absences.Absence end(long id) {
        Absences.Absence absence = absences.byId(id);
        long actor = Actors.current().id();
        if (actor != absence.absentId() && actor != absence.standInId() && !Actors.current().is(Role.DIRECTOR)) {
            throw Refusal.forbidden("workflow.absence.not-for-others");
        }
        if (absence.overOn(businessDay.today())) {
            throw Refusal.conflict("workflow.absence.over");
        }
        absences.end(id, businessDay.today());
        notices.tell(List.of(absence.absentId(), absence.standInId()), "/absences", "workflow.notice.stand-in-ended",
                absence.standIn(), absence.absent(), businessDay.today());
        return absence;
    }
}
