package vn.coopfund.risk;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** What came back is asked anew with better papers, by who does it now, or withdrawn. What was asked before stays as it was. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT, Role.HEAD_OF_LENDING})
public class AmendWriteOff implements TaskAct {

    private final WriteOffs writeOffs;
    private final WriteOffDesk desk;
    private final WriteOffFile file;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    AmendWriteOff(WriteOffs writeOffs, WriteOffDesk desk, WriteOffFile file, BusinessDay businessDay, CaseEvents events) {
        this.writeOffs = writeOffs;
        this.desk = desk;
        this.file = file;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_AmendWriteOff";
    }

    @Override
    public TaskForm form(OpenTask task) {
        WriteOffs.WriteOff one = writeOffs.pendingOn(task.subject()).orElseThrow();
        return TaskForm.of(taskKey()).choice("outcome", null, "RESUBMIT", "WITHDRAW").text("paper", one.paper(), true, 2000)
                .text("reason", one.reason(), true, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return file.of(writeOffs.pendingOn(task.subject()).orElseThrow());
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        WriteOffs.WriteOff one = writeOffs.lockPending(task.subject());
        boolean again = input.chose("outcome", "RESUBMIT");
        writeOffs.drop(one, WriteOffs.State.WITHDRAWN, input.text("reason"), businessDay.today());
        if (again) {
            desk.take(one.subject(), one.kind(), one.ground(), input.text("paper"), input.text("reason"));
        } else {
            events.note(one.subject(), "risk.event.withdrawn", "#risk.kind." + one.kind());
        }
        return Map.of("resubmitted", again);
    }
}
