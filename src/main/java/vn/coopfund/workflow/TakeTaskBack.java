package vn.coopfund.workflow;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** Gives a task that somebody holds back to all who may do it, by a manager; the one who held it is told. */
@Act
@Allowed({Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.CHIEF_ACCOUNTANT})
public class TakeTaskBack {

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final CasePaths paths;
    private final CaseEvents events;
    private final Notices notices;

    TakeTaskBack(JdbcClient jdbc, Inbox inbox, CasePaths paths, CaseEvents events, Notices notices) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.paths = paths;
        this.events = events;
        this.notices = notices;
    }

    public OpenTask takeBack(String taskId) {
        Long holder = jdbc.sql("select assignee_id from workflow.inbox_task where task_id = ? and fund_id = ? for update")
                .params(taskId, Actors.current().fundId()).query(Long.class).optional().orElse(null);
        OpenTask task = inbox.find(taskId).orElseThrow(() -> Refusal.conflict("workflow.task.gone"));
        if (holder == null) {
            throw Refusal.conflict("workflow.task.not-held");
        }
        jdbc.sql("update workflow.inbox_task set assignee_id = null, claimed_at = null where task_id = ?")
                .param(taskId).update();
        AuditDetail.note(task.key());
        events.note(task.subject(), "workflow.event.taken-back", "#" + task.nameKey());
        notices.tell(List.of(holder), paths.of(task.subject()), "workflow.notice.taken-back", "#" + task.nameKey(),
                task.title(), Actors.current().displayName());
        return task;
    }
}
