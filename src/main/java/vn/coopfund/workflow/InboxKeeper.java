package vn.coopfund.workflow;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.web.SearchText;

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
    private final ServiceLevels levels;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final RuntimeService runtime;

    InboxKeeper(JdbcClient jdbc, ObjectProvider<TaskAct> acts, ObjectProvider<CaseSubjects> subjects,
            BusinessDay businessDay, WorkingDays workingDays, ServiceLevels levels,
            @Lazy TaskService tasks, @Lazy RepositoryService repository,
            @Lazy RuntimeService runtime) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.subjects = subjects;
        this.businessDay = businessDay;
        this.workingDays = workingDays;
        this.levels = levels;
        this.tasks = tasks;
        this.repository = repository;
        this.runtime = runtime;
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
        CaseSubjects owner = owner(subject);
        LocalDate today = businessDay.today();
        String title = owner.title(subject.id());
        Optional<ServiceLevels.Level> level = levels.of(task.getTaskDefinitionKey(), today);
        LocalDate due = level.map(ServiceLevels.Level::workingDays).or(() -> modelled(task.getBpmnModelElementInstance()))
                .map(days -> workingDays.after(today, days)).orElse(null);
        jdbc.sql("""
                insert into workflow.inbox_task (task_id, fund_id, task_key, form_key, roles, duty, for_person,
                    subject_type, subject_id, subject_title, search_text, borrower_id, created_on, due_on, escalate_on)
                values (:task, :fund, :key, :form, :roles::text[], :duty, :person, :type, :id, :title, :search, :borrower,
                    :today, :due, :escalate)""")
                .param("task", task.getId()).param("fund", Actors.current().fundId())
                .param("key", task.getTaskDefinitionKey()).param("form", formKey(task))
                .param("roles", roles(task.getTaskDefinitionKey(), subject,
                        task.getCandidates().stream().map(IdentityLink::getGroupId)))
                .param("duty", duty(task.getTaskDefinitionKey()))
                .param("person", task.getAssignee() == null ? null : Long.valueOf(task.getAssignee()))
                .param("type", subject.type().name()).param("id", subject.id()).param("title", title)
                .param("search", SearchText.of(title))
                .param("borrower", owner.borrowerOf(subject.id()))
                .param("today", today).param("due", due)
                .param("escalate", due == null ? null : workingDays.after(due, level.map(ServiceLevels.Level::escalateAfter)
                        .orElse(ServiceLevels.USUAL_PATIENCE)))
                .update();
    }

    /** After a migration: forms and roles of the instance's open tasks are those of the version it runs on now. */
    void refresh(String instanceId) {
        Subject subject = Processes.subjectOf(runtime.createProcessInstanceQuery().processInstanceId(instanceId).singleResult()
                .getBusinessKey());
        tasks.createTaskQuery().processInstanceId(instanceId).list().forEach(task -> {
            UserTask model = repository.getBpmnModelInstance(task.getProcessDefinitionId())
                    .getModelElementById(task.getTaskDefinitionKey());
            jdbc.sql("update workflow.inbox_task set task_key = ?, form_key = ?, roles = ?::text[] where task_id = ?")
                    .params(model.getId(), model.getCamundaFormKey(),
                            roles(model.getId(), subject, model.getCamundaCandidateGroupsList().stream()), task.getId())
                    .update();
        });
    }

    private static String formKey(DelegateTask task) {
        return task.getBpmnModelElementInstance()
                .getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formKey");
    }

    private String roles(String taskKey, Subject subject, Stream<String> modelled) {
        Set<Role> roles = owner(subject).hands(subject.id(), taskKey, modelled.map(Role::valueOf).collect(Collectors.toSet()));
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private CaseSubjects owner(Subject subject) {
        return subjects.stream().filter(owner -> owner.concerns(subject.type())).findFirst().orElseThrow();
    }

    private String duty(String taskKey) {
        return act(taskKey).map(TaskAct::duty).map(Enum::name).orElse(null);
    }

    private Optional<TaskAct> act(String taskKey) {
        return acts.stream().filter(act -> act.taskKey().equals(taskKey)).findFirst();
    }

    /** The figure that the model brings. */
    static Optional<Integer> modelled(UserTask task) {
        ExtensionElements extensions = task.getExtensionElements();
        if (extensions == null) {
            return Optional.empty();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> WORKING_DAYS.equals(property.getCamundaName())).findFirst()
                .map(property -> Integer.valueOf(property.getCamundaValue()));
    }
}
