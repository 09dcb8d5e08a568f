package vn.coopfund.workflow;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Finishes a task through the act that owns it: whole or not at all, by one person only. */
@Component
@Transactional
public class CompleteTask {

    private final TaskService engine;
    private final TaskDesk desk;
    private final Duties duties;
    private final StandIns standIns;
    private final CaseTrail trail;
    private final BusinessDay businessDay;

    CompleteTask(TaskService engine, TaskDesk desk, Duties duties, StandIns standIns, CaseTrail trail,
            BusinessDay businessDay) {
        this.engine = engine;
        this.desk = desk;
        this.duties = duties;
        this.standIns = standIns;
        this.trail = trail;
        this.businessDay = businessDay;
    }

    /**
     * Completes the task with the form's fields.
     *
     * @throws Refusal      when the task is gone (409), is not the actor's (403) or the input is wrong (422)
     * @throws DutyConflict when the actor already stands on another side of the case
     */
    public OpenTask complete(String taskId, Map<String, ?> raw) {
        businessDay.hold();
        OpenTask task = desk.lock(taskId);
        return standIns.placeFor(task).map(inPlace -> Actors.as(inPlace, () -> complete(task, raw)))
                .orElseGet(() -> complete(task, raw));
    }

    private OpenTask complete(OpenTask task, Map<String, ?> raw) {
        TaskAct act = desk.actOf(task);
        TaskInput input = TaskInput.read(act.form(task), raw);
        if (act.duty() != null) {
            duties.take(task.subject(), act.duty());
        }
        Map<String, Object> decisions = act.perform(task, input);
        trail.add(task, input, decisions);
        engine.complete(task.id(), decisions);
        return task;
    }
}
