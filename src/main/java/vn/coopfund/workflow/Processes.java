package vn.coopfund.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;

/** Starts processes and tells them what happened. The business key is the subject's id, e.g. {@code APPLICATION:51}. */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    Processes(RuntimeService runtime, JdbcClient jdbc) {
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    /** Starts the process for the subject, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String processKey, Subject subject) {
        start(processKey, subject, Map.of());
    }

    /** The same with decisions that its gateways read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String processKey, Subject subject, Map<String, Object> decisions) {
        runtime.startProcessInstanceByKey(processKey, businessKey(subject), decisions);
    }

    /**
     * Tells every process of the subject that waits for the message; a process that stands elsewhere is not disturbed.
     * Whoever is just finishing a task of the subject is waited for, so that neither the task nor the message fails.
     * Returns whether anybody waited.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(String message, Subject subject) {
        jdbc.sql("select task_id from workflow.inbox_task where subject_type = ? and subject_id = ? order by task_id "
                + "for update").params(subject.type().name(), subject.id()).query(String.class).list();
        List<Execution> waiting = runtime.createExecutionQuery().messageEventSubscriptionName(message)
                .processInstanceBusinessKey(businessKey(subject)).list();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        return !waiting.isEmpty();
    }

    /** True while a process of this kind runs for the subject. */
    @Transactional(readOnly = true)
    public boolean runs(String processKey, Subject subject) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey(subject)).count() > 0;
    }

    /** The subject of a running execution. */
    public static Subject subjectOf(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        int colon = key.indexOf(':');
        return new Subject(Subject.Type.valueOf(key.substring(0, colon)), Long.parseLong(key.substring(colon + 1)));
    }

    static String businessKey(Subject subject) {
        return subject.type() + ":" + subject.id();
    }

}
