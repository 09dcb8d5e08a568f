package vn.coopfund.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.AuditDetail;

/** Takes a task for oneself, so that nobody else starts on it. */
@Act
public class ClaimTask {

    private final JdbcClient jdbc;
    private final TaskDesk desk;

    ClaimTask(JdbcClient jdbc, TaskDesk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    public OpenTask claim(String taskId) {
        OpenTask task = desk.lock(taskId);
        jdbc.sql("update workflow.inbox_task set assignee_id = ?, claimed_at = clock_timestamp() where task_id = ?")
                .params(Actors.current().id(), taskId).update();
        AuditDetail.note(task.key());
        return task;
    }
}
