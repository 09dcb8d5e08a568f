package vn.coopfund.risk;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Asks the risk council to take a debt out of the balance sheet (group 5, or the borrower dissolved or dead by a paper), or
 * to give up for good one that has been out of it for five years.
 */
@Act
@Allowed(Role.HEAD_OF_LENDING)
public class ProposeWriteOff {

    private final Loans loans;
    private final WriteOffs writeOffs;
    private final WriteOffGrounds grounds;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Notices notices;
    private final People people;

    ProposeWriteOff(Loans loans, WriteOffs writeOffs, WriteOffGrounds grounds, BusinessDay businessDay, CaseEvents events, Notices notices,
            People people) {
        this.loans = loans;
        this.writeOffs = writeOffs;
        this.grounds = grounds;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.people = people;
    }

    /**
     * Answers its id.
     *
     * @param paper what proves the ground: the classification, the decision of dissolution, the death certificate, the
     *              record of the measures taken
     */
    public long propose(Subject subject, WriteOffs.Ground ground, String paper, String reason) {
        new Refusal.Problems()
                .addIf(ground == null, "ground", "risk.refused.required")
                .addIf(paper == null || paper.isBlank(), "paper", "risk.refused.required")
                .addIf(reason == null || reason.isBlank(), "reason", "risk.refused.required").refuseIfAny();
        WriteOffs.Kind kind = ground == WriteOffs.Ground.FIVE_YEARS ? WriteOffs.Kind.FINAL : WriteOffs.Kind.CHARGE_OFF;
        grounds.refuseGone(subject, kind, ground);
        long id = writeOffs.add(subject, kind, ground, paper.strip(), reason.strip(), businessDay.today());
        events.note(subject, "risk.event.proposed", "#risk.kind." + kind, "#risk.ground." + ground, reason.strip());
        notices.tell(people.withRole(Role.COUNCIL_MEMBER).stream().map(person -> person.id()).toList(),
                "/risk/write-offs/" + id, "risk.notice.write-off-proposed", loans.file(subject.id()).loan().number(),
                "#risk.kind." + kind);
        return id;
    }
}
