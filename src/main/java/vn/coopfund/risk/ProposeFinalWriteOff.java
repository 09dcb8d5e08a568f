package vn.coopfund.risk;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskAct;
import vn.coopfund.workflow.TaskForm;
import vn.coopfund.workflow.TaskInput;

/** Five years in memorandum and all measures exhausted: asks to give the debt up for good, on the way of the first time. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT, Role.HEAD_OF_LENDING})
public class ProposeFinalWriteOff implements TaskAct {

    private final WriteOffDesk desk;
    private final WriteOffs writeOffs;

    ProposeFinalWriteOff(WriteOffDesk desk, WriteOffs writeOffs) {
        this.desk = desk;
        this.writeOffs = writeOffs;
    }

    @Override
    public String taskKey() {
        return "Task_ProposeFinalWriteOff";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).text("paper", null, true, 2000).text("reason", null, true, 2000);
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        return Map.of("debt", writeOffs.pursuedOn(task.subject()));
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        desk.take(task.subject(), WriteOffs.Kind.FINAL, WriteOffs.Ground.FIVE_YEARS, input.text("paper"), input.text("reason"));
        return Map.of();
    }
}
