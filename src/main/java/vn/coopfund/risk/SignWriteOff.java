package vn.coopfund.risk;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.council.Matter;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/**
 * The chair signs what the minutes say, with number and date; what they approved and has no ground any more is closed
 * instead, and nothing else is.
 */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class SignWriteOff implements TaskAct {

    private final WriteOffs writeOffs;
    private final WriteOffGrounds grounds;
    private final WriteOffFile file;
    private final CouncilMatters matters;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    SignWriteOff(WriteOffs writeOffs, WriteOffGrounds grounds, WriteOffFile file, CouncilMatters matters,
            BusinessDay businessDay, CaseEvents events) {
        this.writeOffs = writeOffs;
        this.grounds = grounds;
        this.file = file;
        this.matters = matters;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_SignWriteOff";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "SIGN", "CLOSE")
                .text("decision", matters.latestOn(task.subject()).map(Matter::minutes).orElse(null), true, 300);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(writeOffs.pendingOn(task.subject()).orElseThrow());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        WriteOffs.WriteOff one = writeOffs.lockPending(task.subject());
        if (one.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("risk.refused.own-proposal");
        }
        boolean voted = matters.latestOn(task.subject()).filter(matter -> matter.paper() == one.id()).orElseThrow().approved();
        boolean signs = input.chose("outcome", "SIGN");
        if (signs && voted) {
            grounds.refuseGone(one.subject(), one.kind(), one.ground());
        } else if (!signs && (!voted || grounds.gone(one).isEmpty())) {
            throw Refusal.conflict("risk.refused.still-fits");
        }
        boolean approved = signs && voted;
        writeOffs.decide(one, approved ? WriteOffs.State.APPROVED : WriteOffs.State.REFUSED, input.text("decision"),
                businessDay.today());
        events.note(task.subject(), "risk.event.signed." + (approved ? "APPROVED" : signs ? "REFUSED" : "CLOSED"),
                "#risk.kind." + one.kind(), input.text("decision"));
        return Map.of("approved", approved);
    }
}
