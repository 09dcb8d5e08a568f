package vn.coopfund.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** Hands out one open task to the person who may do it, or says why not. */
@Component
public class TaskDesk {

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Duties duties;
    private final People people;
    private final StandIns standIns;
    private final ObjectProvider<TaskAct> acts;
    private final ObjectProvider<CaseSubjects> subjects;

    TaskDesk(JdbcClient jdbc, Inbox inbox, Duties duties, People people, StandIns standIns, ObjectProvider<TaskAct> acts,
            ObjectProvider<CaseSubjects> subjects) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.duties = duties;
        this.people = people;
        this.standIns = standIns;
        this.acts = acts;
        this.subjects = subjects;
    }

    /** The task for looking at: not locked, but refused like the real thing. */
    @Transactional(readOnly = true)
    public OpenTask look(String taskId) {
        OpenTask task = inbox.find(taskId).orElseThrow(() -> gone(taskId));
        refuseUnlessMine(task);
        return task;
    }

    /** The act that owns a task. */
    public TaskAct actOf(OpenTask task) {
        TaskAct act = acts.stream().collect(Collectors.toMap(TaskAct::taskKey, Function.identity())).get(task.key());
        if (act == null) {
            throw new IllegalStateException("no act is registered for " + task.key());
        }
        return act;
    }

    /**
     * The row is locked until the end, so that the second of two people hears who was first; the case before its task, as
     * whoever writes to the case does and then tells its processes.
     */
    OpenTask lock(String taskId) {
        inbox.find(taskId).ifPresent(task -> subjects.stream().filter(owner -> owner.concerns(task.subject().type()))
                .forEach(owner -> owner.hold(task.subject().id())));
        OpenTask task = jdbc.sql("select * from workflow.inbox_task t where t.task_id = ? for update").param(taskId)
                .query(Inbox::task).optional().orElseThrow(() -> gone(taskId));
        refuseUnlessMine(task);
        return task;
    }

    private void refuseUnlessMine(OpenTask task) {
        Actor actor = Actors.current();
        if (task.assigneeId() != null && task.assigneeId() != actor.id() && standIns.placeFor(task).isEmpty()) {
            throw Refusal.forbidden("workflow.task.claimed", people.nameOf(task.assigneeId()));
        }
        if (inbox.isMine(task)) {
            return;
        }
        Duty duty = task.duty();
        List<Duty> conflicts = duty == null ? List.of() : duties.conflicts(actor, task.subject(), duty);
        boolean roleFits = task.roles().stream().anyMatch(actor::is);
        if (roleFits && !conflicts.isEmpty()) {
            throw duties.refused(task.subject(), duty, conflicts.get(0));
        }
        throw Refusal.forbidden("workflow.task.not-yours");
    }

    /** What a task that is done was about; empty where nobody did it. */
    @Transactional(readOnly = true)
    public Optional<Subject> subjectOfDone(String taskId) {
        return jdbc.sql("select subject_type, subject_id from workflow.task_done where task_id = ? and fund_id = ?")
                .params(taskId, Actors.current().fundId())
                .query((row, number) -> new Subject(Subject.Type.valueOf(row.getString(1)), row.getLong(2))).optional();
    }

    private Refusal gone(String taskId) {
        return jdbc.sql("select coalesce(p.display_name, 'Hệ thống') from workflow.task_done d "
                        + "left join access.person p on p.id = d.person_id where d.task_id = ?")
                .param(taskId).query(String.class).optional()
                .map(name -> Refusal.conflict("workflow.task.done-by", name))
                .orElseGet(() -> Refusal.conflict("workflow.task.gone"));
    }
}
