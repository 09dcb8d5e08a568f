package vn.coopfund.workflow;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.WorkingDays;

/** Keeps the rows of the inbox in step with the engine's tasks, in the engine's own transaction. */
@Component
class InboxKeeper {

    /** Extension property of a user task: its service level in working days. */
    private static final String WORKING_DAYS = "workingDays";

    private final JdbcClient jdbc;
    private final ObjectProvider<TaskAct> acts;
    private final ObjectProvider<CaseSubjects> subjects;
    private final BusinessDay businessDay;
    private final WorkingDays workingDays;

    InboxKeeper(JdbcClient jdbc, ObjectProvider<TaskAct> acts, ObjectProvider<CaseSubjects> subjects,
            BusinessDay businessDay, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.subjects = subjects;
        this.businessDay = businessDay;
        this.workingDays = workingDays;
    }

    @EventListener
    void follow(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> add(task);
            case TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE ->
                jdbc.sql("delete from workflow.inbox_task where task_id = ?").param(task.getId()).update();
            default -> { }
        }
    }

    private void add(DelegateTask task) {
        Subject subject = Processes.subjectOf(task.getExecution());
        CaseSubjects owner = subjects.stream().filter(s -> s.concerns(subject.type())).findFirst().orElseThrow();
        LocalDate today = businessDay.today();
        jdbc.sql("""
                insert into workflow.inbox_task (task_id, fund_id, task_key, form_key, roles, duty, for_person,
                    subject_type, subject_id, subject_title, borrower_id, created_on, due_on)
                values (:task, :fund, :key, :form, :roles::text[], :duty, :person, :type, :id, :title, :borrower,
                    :today, :due)""")
                .param("task", task.getId()).param("fund", Actors.current().fundId())
                .param("key", task.getTaskDefinitionKey()).param("form", formKey(task))
                .param("roles", task.getCandidates().stream().map(IdentityLink::getGroupId)
                        .collect(Collectors.joining(",", "{", "}")))
                .param("duty", duty(task.getTaskDefinitionKey()))
                .param("person", task.getAssignee() == null ? null : Long.valueOf(task.getAssignee()))
                .param("type", subject.type().name()).param("id", subject.id()).param("title", owner.title(subject.id()))
                .param("borrower", owner.borrowerOf(subject.id()))
                .param("today", today).param("due", due(task, today))
                .update();
    }

    private static String formKey(DelegateTask task) {
        return task.getBpmnModelElementInstance()
                .getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formKey");
    }

    private String duty(String taskKey) {
        Map<String, TaskAct> byKey = acts.stream().collect(Collectors.toMap(TaskAct::taskKey, Function.identity()));
        Duty duty = byKey.containsKey(taskKey) ? byKey.get(taskKey).duty() : null;
        return duty == null ? null : duty.name();
    }

    private LocalDate due(DelegateTask task, LocalDate today) {
        ExtensionElements extensions = task.getBpmnModelElementInstance().getExtensionElements();
        if (extensions == null) {
            return null;
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> WORKING_DAYS.equals(property.getCamundaName())).findFirst()
                .map(property -> workingDays.after(today, Integer.parseInt(property.getCamundaValue()))).orElse(null);
    }
}
