package vn.coopfund.council;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** The chair ends the voting when its day has come though not everybody has voted; who has not is absent. */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class CloseVoting {

    private final CouncilMatters matters;
    private final BusinessDay businessDay;
    private final Processes processes;
    private final CaseEvents events;

    CloseVoting(CouncilMatters matters, BusinessDay businessDay, Processes processes, CaseEvents events) {
        this.matters = matters;
        this.businessDay = businessDay;
        this.processes = processes;
        this.events = events;
    }

    /** @throws Refusal before the day of the meeting, before the answers are due, or when the votes are counted already (409) */
    public Matter close(long id) {
        processes.holdTasks(matters.byId(id).subject());
        Matter matter = matters.lock(id);
        if (matter.state() != Matter.State.CALLED || matter.closedBy() != null) {
            throw Refusal.conflict("council.refused.not-called");
        }
        if (businessDay.today().isBefore(matter.meetsOn())) {
            throw Refusal.conflict("council.refused.before-day", matter.meetsOn());
        }
        if (!matters.mayClose(matter)) {
            throw Refusal.conflict("council.refused.counted");
        }
        matters.close(matter);
        events.note(matter.subject(), "council.event.closed");
        processes.tell("Message_VotingClosed", matter.subject());
        return matters.byId(id);
    }
}
