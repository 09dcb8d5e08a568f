package vn.coopfund.risk;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.council.Matter;
import vn.coopfund.workflow.CaseEvents;

/** What the council decided on a recall, as the signed minutes say, becomes the decision on it. */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class FollowCouncil {

    private final RecallCases recalls;
    private final CouncilMatters matters;
    private final Deadlines deadlines;
    private final CaseEvents events;

    FollowCouncil(RecallCases recalls, CouncilMatters matters, Deadlines deadlines, CaseEvents events) {
        this.recalls = recalls;
        this.matters = matters;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** Answers whether the loan is called back. */
    public boolean follow(Subject subject) {
        RecallCases.RecallCase open = recalls.needOpen(subject);
        Matter matter = matters.latestOn(subject).orElseThrow();
        boolean recalled = Boolean.TRUE.equals(matter.approved());
        recalls.decide(open, recalled, deadlines.payBy(open), matter.remark(), matter.minutes(), matter.signedBy());
        deadlines.next(subject);
        if (!recalled) {
            events.note(subject, "risk.event.recall-refused", matter.minutes());
        }
        return recalled;
    }
}
