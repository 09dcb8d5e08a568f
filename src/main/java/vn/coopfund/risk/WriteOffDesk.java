package vn.coopfund.risk;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Takes in what is asked on a debt: whole, with ground, and while nothing else of the loan lies before the council. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteOffDesk {

    private static final int LONGEST = 2000;

    private final WriteOffs writeOffs;
    private final WriteOffGrounds grounds;
    private final CouncilMatters matters;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    WriteOffDesk(WriteOffs writeOffs, WriteOffGrounds grounds, CouncilMatters matters, BusinessDay businessDay,
            CaseEvents events) {
        this.writeOffs = writeOffs;
        this.grounds = grounds;
        this.matters = matters;
        this.businessDay = businessDay;
        this.events = events;
    }

    long take(Subject loan, WriteOffs.Kind kind, WriteOffs.Ground ground, String paper, String reason) {
        new Refusal.Problems()
                .addIf(ground == null, "ground", "risk.refused.required")
                .addIf(isBlank(paper), "paper", "risk.refused.required")
                .addIf(isBlank(reason), "reason", "risk.refused.required")
                .addIf(!isBlank(paper) && paper.length() > LONGEST, "paper", "risk.refused.too-long", LONGEST)
                .addIf(!isBlank(reason) && reason.length() > LONGEST, "reason", "risk.refused.too-long", LONGEST)
                .refuseIfAny();
        businessDay.hold();
        grounds.refuseGone(loan, kind, ground);
        refuseBusy(loan);
        long id = writeOffs.add(loan, kind, ground, paper.strip(), reason.strip(), businessDay.today());
        events.note(loan, "risk.event.proposed", "#risk.kind." + kind, "#risk.ground." + ground, reason.strip());
        return id;
    }

    /** One question at a time on a loan. */
    void refuseBusy(Subject loan) {
        matters.openOn(loan).ifPresent(other -> {
            throw Refusal.conflict("risk.refused.council-busy", "#council.kind." + other.kind());
        });
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
