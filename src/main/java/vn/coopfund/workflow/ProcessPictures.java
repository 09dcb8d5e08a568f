package vn.coopfund.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;

/** The models that govern a case, as they were deployed for it, with where it stands in them. */
@Component
public class ProcessPictures {

    private final HistoryService history;
    private final RepositoryService repository;

    ProcessPictures(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /**
     * One process of the case.
     *
     * @param version which version of the model it runs on
     * @param here    ids of the elements where it stands now; empty when it has ended
     * @param passed  ids of the elements it went through
     */
    public record Picture(String definitionId, String name, int version, boolean running, Set<String> here,
            Set<String> passed, List<String> standsAt) {
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
                .processInstanceId(instance.getId()).list();
        List<HistoricActivityInstance> open = steps.stream().filter(step -> step.getEndTime() == null).toList();
        return new Picture(instance.getProcessDefinitionId(), instance.getProcessDefinitionName(),
                instance.getProcessDefinitionVersion(), instance.getEndTime() == null,
                open.stream().map(ProcessPictures::element).collect(Collectors.toSet()),
                steps.stream().map(ProcessPictures::element).collect(Collectors.toSet()),
                open.stream().map(HistoricActivityInstance::getActivityName).filter(name -> name != null).distinct()
                        .toList());
    }

    /** A multi-instance body is drawn as the task it repeats. */
    private static String element(HistoricActivityInstance step) {
        return step.getActivityId().replaceFirst("#multiInstanceBody$", "");
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
