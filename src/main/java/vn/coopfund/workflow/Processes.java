package vn.coopfund.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final CaseModels models;

    Processes(RuntimeService runtime, JdbcClient jdbc, CaseModels models) {
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.models = models;
    }

    /** Starts the process for the subject, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String processKey, Subject subject) {
        start(processKey, subject, Map.of());
    }

    /** The same with decisions that its gateways read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String processKey, Subject subject, Map<String, Object> decisions) {
        models.keep(subject, runtime.startProcessInstanceByKey(processKey, businessKey(subject), decisions).getId());
    }

    /** Starts the process in the middle, for a case that came so far before it had one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(String processKey, Subject subject, String step) {
        models.keep(subject, runtime.createProcessInstanceByKey(processKey).businessKey(businessKey(subject))
                .startBeforeActivity(step).execute().getId());
    }

    /**
     * Tells every process of the subject that waits for the message; a process that stands elsewhere is not disturbed.
     * Whoever is just finishing a task of the subject is waited for, so that neither the task nor the message fails.
     * Returns whether anybody waited.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(String message, Subject subject) {
        holdTasks(subject);
        List<Execution> waiting = runtime.createExecutionQuery().messageEventSubscriptionName(message)
                .processInstanceBusinessKey(businessKey(subject)).list();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        return !waiting.isEmpty();
    }

    /**
     * Whether a process of the subject might wait for any of these messages, with one question for all: where it says
     * no, telling them one by one would change nothing. A subject with an open task is told in any case: who is just
     * finishing it may lead the process to where it waits.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayWaitForAny(Subject subject, String... messages) {
        return jdbc.sql("""
                select exists (select 1 from workflow.inbox_task where subject_type = ? and subject_id = ?)
                    or exists (select 1 from act_ru_event_subscr waiting
                        join act_ru_execution process on process.id_ = waiting.proc_inst_id_
                        where waiting.event_type_ = 'message' and waiting.event_name_ = any (?) and process.business_key_ = ?)""")
                .params(subject.type().name(), subject.id(), messages, businessKey(subject)).query(Boolean.class).single();
    }

    /** Ends what still runs of this kind for the subject, because its case is over another way; the history says why. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String processKey, Subject subject, String reason) {
        runtime.createProcessInstanceQuery().processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey(subject)).list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), reason));
    }

    /**
     * The same for many subjects: who does not wait is found by one question for all, so that a message costs the engine
     * only where it is heard. Answers how many subjects heard it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tellAll(String message, List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return 0;
        }
        Set<String> waiting = Set.copyOf(jdbc.sql("""
                select distinct process.business_key_ from act_ru_event_subscr waiting
                join act_ru_execution process on process.id_ = waiting.proc_inst_id_
                where waiting.event_type_ = 'message' and waiting.event_name_ = ? and process.business_key_ = any (?)""")
                .params(message, subjects.stream().map(Processes::businessKey).toArray(String[]::new))
                .query(String.class).list());
        subjects.stream().filter(subject -> waiting.contains(businessKey(subject)))
                .forEach(subject -> tell(message, subject));
        return waiting.size();
    }

    /** Those of the subjects for which no process of this kind runs, with one question for all. */
    @Transactional(readOnly = true)
    public List<Subject> without(String processKey, List<Subject> subjects) {
        Set<String> running = subjects.isEmpty() ? Set.of() : Set.copyOf(jdbc.sql("""
                select e.business_key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and d.key_ = ? and e.business_key_ = any (?)""")
                .params(processKey, subjects.stream().map(Processes::businessKey).toArray(String[]::new))
                .query(String.class).list());
        return subjects.stream().filter(subject -> !running.contains(businessKey(subject))).toList();
    }

    /** Whoever is just finishing a task of the subject is waited for; nobody begins to before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdTasks(Subject subject) {
        jdbc.sql("select task_id from workflow.inbox_task where subject_type = ? and subject_id = ? order by task_id "
                + "for update").params(subject.type().name(), subject.id()).query(String.class).list();
    }

    /** True while a process of this kind runs for the subject. */
    @Transactional(readOnly = true)
    public boolean runs(String processKey, Subject subject) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey(subject)).count() > 0;
    }

    /** The subject of a running execution. */
    public static Subject subjectOf(DelegateExecution execution) {
        return subjectOf(execution.getProcessBusinessKey());
    }

    static Subject subjectOf(String key) {
        int colon = key.indexOf(':');
        return new Subject(Subject.Type.valueOf(key.substring(0, colon)), Long.parseLong(key.substring(colon + 1)));
    }

    static String businessKey(Subject subject) {
        return subject.type() + ":" + subject.id();
    }

}
