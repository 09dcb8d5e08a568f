package vn.coopfund.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.notices.Notices;

/**
 * At the close of a day, tells the managers once of every task that is longer overdue than its service level bears. Due
 * days are business days, so it is the close that moves them and no clock.
 */
@Component
class EscalateTasks implements DayCloseStep {

    private static final String LONG_OVERDUE =
            " from workflow.inbox_task t where t.fund_id = ? and t.escalated_on is null and t.escalate_on <= ?";

    private final JdbcClient jdbc;
    private final CasePaths paths;
    private final Notices notices;

    EscalateTasks(JdbcClient jdbc, CasePaths paths, Notices notices) {
        this.jdbc = jdbc;
        this.paths = paths;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "escalatedTasks";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(jdbc.sql("select count(*)" + LONG_OVERDUE).params(Actors.current().fundId(), day)
                .query(Integer.class).single());
    }

    @Override
    public int run(LocalDate day) {
        List<OpenTask> tasks = jdbc.sql("select t.*" + LONG_OVERDUE + " order by t.task_id for update skip locked")
                .params(Actors.current().fundId(), day).query(Inbox::task).list();
        tasks.forEach(task -> escalate(task, day));
        return tasks.size();
    }

    private void escalate(OpenTask task, LocalDate day) {
        jdbc.sql("update workflow.inbox_task set escalated_on = ? where task_id = ?").params(day, task.id()).update();
        notices.tell(managersOf(task), paths.of(task.subject()), "workflow.notice.escalated", "#" + task.nameKey(),
                task.title(), task.dueOn());
    }

    /** Enabled people of a role that manages one of the task's roles. */
    private List<Long> managersOf(OpenTask task) {
        return jdbc.sql("""
                select distinct p.id from workflow.inbox_task t join workflow.manager_of m on m.role = any(t.roles)
                join access.person_role r on r.role = m.manager join access.person p on p.id = r.person_id
                where t.task_id = ? and p.enabled and p.fund_id = t.fund_id
                  and not exists (select 1 from access.person_role own where own.person_id = p.id and own.role = any(t.roles))
                order by 1""").param(task.id()).query(Long.class).list();
    }
}
