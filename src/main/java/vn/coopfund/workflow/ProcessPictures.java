package vn.coopfund.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;

/** The models that govern a case, as they were deployed for it, with where it stands in them. */
@Component
public class ProcessPictures {

    /** What the engine adds to the id of a task that it repeats, for the whole of its repetitions. */
    private static final String MANY = "#multiInstanceBody";

    private final HistoryService history;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    ProcessPictures(HistoryService history, RepositoryService repository, JdbcClient jdbc) {
        this.history = history;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /**
     * One process of the case.
     *
     * @param version which version of the model it runs on
     * @param here    ids of the elements where it stands now; empty when it has ended
     * @param passed  ids of the elements it went through
     * @param path    the same as a list to read, the oldest first
     */
    public record Picture(String definitionId, String name, int version, boolean running, Set<String> here,
            Set<String> passed, List<Step> path) {

        private static final int AT_ONCE = 30;

        /** What a page folds away: a loan of many years was told of each due date. */
        public List<Step> earlier() {
            return path.subList(0, Math.max(0, path.size() - AT_ONCE));
        }

        /** The rest of the path. */
        public List<Step> latest() {
            return path.subList(earlier().size(), path.size());
        }
    }

    /**
     * One element that the case came to.
     *
     * @param answer what a gateway's question was answered with; null elsewhere
     * @param by     who finished the task; null where nobody did, as with what the program does
     * @param on     the business day on which it was finished; null as {@code by}
     * @param until  when it was left; null where the case stands now
     */
    public record Step(String name, String answer, String by, LocalDate on, Instant from, Instant until, boolean broken) {

        public boolean here() {
            return until == null;
        }
    }

    /** The processes of the case, the latest first. */
    @Transactional(readOnly = true)
    public List<Picture> of(Subject subject) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(Processes.businessKey(subject)).list().stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime).reversed())
                .map(this::picture).toList();
    }

    private Picture picture(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId()).orderPartiallyByOccurrence().asc().list();
        return new Picture(instance.getProcessDefinitionId(), instance.getProcessDefinitionName(),
                instance.getProcessDefinitionVersion(), instance.getEndTime() == null,
                steps.stream().filter(step -> step.getEndTime() == null).map(ProcessPictures::element).collect(Collectors.toSet()),
                steps.stream().map(ProcessPictures::element).collect(Collectors.toSet()), path(instance, steps));
    }

    private List<Step> path(HistoricProcessInstance instance, List<HistoricActivityInstance> steps) {
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        Map<String, Done> done = done(steps);
        List<Step> path = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            HistoricActivityInstance step = steps.get(at);
            if (step.getActivityName() != null && !step.getActivityId().endsWith(MANY)) {
                Done by = done.getOrDefault(Objects.toString(step.getTaskId()), Done.BY_NOBODY);
                path.add(new Step(step.getActivityName(), answer(model, step, steps.subList(at + 1, steps.size())),
                        by.by(), by.on(), step.getStartTime().toInstant(),
                        step.getEndTime() == null ? null : step.getEndTime().toInstant(), step.isCanceled()));
            }
        }
        return path;
    }

    /** The name of the flow that led on from a gateway: to what came next of all that its flows lead to. */
    private static String answer(BpmnModelInstance model, HistoricActivityInstance step, List<HistoricActivityInstance> later) {
        if (!(model.getModelElementById(step.getActivityId()) instanceof Gateway gateway)) {
            return null;
        }
        return later.stream().map(ProcessPictures::element).flatMap(next -> gateway.getOutgoing().stream()
                        .filter(flow -> flow.getTarget().getId().equals(next))).findFirst().map(SequenceFlow::getName).orElse(null);
    }

    private record Done(String task, String by, LocalDate on) {

        static final Done BY_NOBODY = new Done(null, null, null);
    }

    private Map<String, Done> done(List<HistoricActivityInstance> steps) {
        return jdbc.sql("""
                select d.task_id as task, p.display_name as "by", d.done_on as "on"
                from workflow.task_done d join access.person p on p.id = d.person_id where d.task_id = any (?)""")
                .param(steps.stream().map(HistoricActivityInstance::getTaskId).filter(Objects::nonNull).toArray(String[]::new))
                .query(Done.class).list().stream().collect(Collectors.toMap(Done::task, one -> one));
    }

    /** A multi-instance body is drawn as the task it repeats. */
    private static String element(HistoricActivityInstance step) {
        return step.getActivityId().replace(MANY, "");
    }

    /** The model as it was deployed, BPMN 2.0 as XML. */
    @Transactional(readOnly = true)
    public String model(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
