package vn.coopfund.risk;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** Somebody other than the proposer checks figures and provisions: to the council, back to be amended, or not accepted. */
@Act
@Allowed({Role.HEAD_OF_LENDING, Role.CHIEF_ACCOUNTANT})
public class ReviewWriteOff implements TaskAct {

    private final WriteOffs writeOffs;
    private final WriteOffDesk desk;
    private final WriteOffGrounds grounds;
    private final WriteOffFile file;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    ReviewWriteOff(WriteOffs writeOffs, WriteOffDesk desk, WriteOffGrounds grounds, WriteOffFile file, BusinessDay businessDay,
            CaseEvents events) {
        this.writeOffs = writeOffs;
        this.desk = desk;
        this.grounds = grounds;
        this.file = file;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_ReviewWriteOff";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "FORWARD", "RETURN", "REFUSE").comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(writeOffs.pendingOn(task.subject()).orElseThrow());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        WriteOffs.WriteOff one = writeOffs.lockPending(task.subject());
        String outcome = input.text("outcome");
        String why = input.text("comment");
        if (one.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("risk.refused.own-proposal");
        }
        if (!outcome.equals("FORWARD") && why == null) {
            throw Refusal.invalid("comment", "risk.refused.say-why");
        }
        if (outcome.equals("FORWARD")) {
            grounds.refuseGone(one.subject(), one.kind(), one.ground());
            desk.refuseBusy(one.subject());
            writeOffs.review(one, businessDay.today());
        } else if (outcome.equals("REFUSE")) {
            writeOffs.decide(one, WriteOffs.State.REFUSED, why, businessDay.today());
        }
        events.note(task.subject(), "risk.event.reviewed." + outcome, "#risk.kind." + one.kind(), why == null ? "–" : why);
        return Map.of("forwarded", outcome.equals("FORWARD"), "returned", outcome.equals("RETURN"));
    }
}
