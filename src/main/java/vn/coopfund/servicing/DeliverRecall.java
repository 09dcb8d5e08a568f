package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
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

/** The loan officer brings the notice of a recall to the borrower, and writes down how it was received. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class DeliverRecall implements TaskAct {

    private final Loans loans;
    private final Recalls recalls;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    DeliverRecall(Loans loans, Recalls recalls, JdbcClient jdbc, BusinessDay businessDay, CaseEvents events) {
        this.loans = loans;
        this.recalls = recalls;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return "Task_DeliverRecall";
    }

    @Override
    public TaskForm form(OpenTask task) {
        return TaskForm.of(taskKey()).choice("outcome", null, "HANDED_OVER", "BY_POST", "REFUSED")
                .date("deliveredOn", businessDay.today()).text("receivedBy", null, false, 200).comment();
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("loan", loans.file(task.subject().id()));
        shown.put("recall", recalls.of(task.subject().id()).get(0));
        return shown;
    }

    @Override
    public Map<String, Object> perform(OpenTask task, TaskInput input) {
        Recalls.Recall recall = recalls.of(task.subject().id()).get(0);
        LocalDate deliveredOn = input.date("deliveredOn");
        new Refusal.Problems()
                .addIf(deliveredOn.isAfter(businessDay.today()), "deliveredOn", "servicing.refused.future", businessDay.today())
                .addIf(deliveredOn.isBefore(recall.valueDate()), "deliveredOn", "servicing.refused.before-recall", recall.valueDate())
                .refuseIfAny();
        jdbc.sql("insert into servicing.acceleration_delivery (acceleration_id, delivered_on, way, received_by, comment, recorded_by) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(recall.id(), deliveredOn, input.text("outcome"), input.text("receivedBy"), input.text("comment"),
                        Actors.current().id())).update();
        events.note(task.subject(), "servicing.event.recall-delivered", recall.notice(), deliveredOn,
                "#task.Task_DeliverRecall.outcome." + input.text("outcome"), input.text("receivedBy", "–"));
        return Map.of();
    }
}
