package vn.coopfund.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.AuditDetail;

/** Gives a claimed task back to everybody who may do it. */
@Act
public class ReleaseTask {

    private final JdbcClient jdbc;
    private final TaskDesk desk;

    ReleaseTask(JdbcClient jdbc, TaskDesk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    public OpenTask release(String taskId) {
        OpenTask task = desk.lock(taskId);
        jdbc.sql("update workflow.inbox_task set assignee_id = null, claimed_at = null where task_id = ?")
                .param(taskId).update();
        AuditDetail.note(task.key());
        return task;
    }
}
