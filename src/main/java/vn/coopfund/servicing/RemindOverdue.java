package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
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

/** The loan officer spoke with a borrower in arrears, or tried to, and writes down what came of it. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class RemindOverdue implements TaskAct {

    private final Loans loans;
    private final Recalls recalls;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    RemindOverdue(Loans loans, Recalls recalls, JdbcClient jdbc, BusinessDay businessDay, CaseEvents events) {
        this.loans = loans;
        this.recalls = recalls;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_RemindOverdue";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "PROMISED", "UNABLE", "DISPUTED", "UNREACHABLE")
                .date("contactedOn", businessDay.today()).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("loan", loans.file(task.subject().id()));
        shown.put("recall", recalls.holding(task.subject().id()).orElse(null));
        return shown;
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        LocalDate contactedOn = input.date("contactedOn");
        new Refusal.Problems().addIf(contactedOn.isAfter(businessDay.today()), "contactedOn",
                "servicing.refused.future", businessDay.today()).refuseIfAny();
        jdbc.sql("insert into servicing.reminder (loan_id, contacted_on, outcome, comment, recorded_by) values (?, ?, ?, ?, ?)")
                .params(task.subject().id(), contactedOn, input.text("outcome"), input.text("comment"),
                        Actors.current().id()).update();
        events.note(task.subject(), "servicing.event.reminded", contactedOn,
                "#task.Task_RemindOverdue.outcome." + input.text("outcome"), input.text("comment", "–"));
        return Map.of();
    }
}
