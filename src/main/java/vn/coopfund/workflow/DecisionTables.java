package vn.coopfund.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Asks the tables of {@code bpmn/*.dmn} in their newest version. Asking changes nothing, so that a page may ask too:
 * whoever decides by an answer keeps it, with the version of the table, in its own room.
 */
@Component
public class DecisionTables {

    private final RepositoryService repository;
    private final DmnEngine tables = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> read = new ConcurrentHashMap<>();

    DecisionTables(RepositoryService repository) {
        this.repository = repository;
    }

    /** The rows that hit, in the table's order, each with its outputs by name. */
    public record Answer(int version, List<Map<String, Object>> rows) {
    }

    /** @param inputs what the table reads, by name; null for what is not known */
    public Answer ask(String table, Map<String, ?> inputs) {
        DecisionDefinition newest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .latestVersion().singleResult();
        DmnDecision decision = read.computeIfAbsent(newest.getId(), id -> parse(table, id));
        return new Answer(newest.getVersion(), tables.evaluateDecisionTable(decision, new HashMap<>(inputs)).getResultList());
    }

    private DmnDecision parse(String table, String id) {
        try (InputStream model = repository.getDecisionModel(id)) {
            return tables.parseDecision(table, new ByteArrayInputStream(model.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
