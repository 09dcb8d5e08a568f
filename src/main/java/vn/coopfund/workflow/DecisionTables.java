package vn.coopfund.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 *
 * <p>The same version answers the same question the same way, and reading a table's expressions is dear (some
 * milliseconds): the latest answers are remembered.
 */
@Component
public class DecisionTables {

    private static final int REMEMBERED = 1_000;

    private final RepositoryService repository;
    private final DmnEngine tables = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> read = new ConcurrentHashMap<>();
    private final Map<Question, Answer> answers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > REMEMBERED;
        }
    });

    DecisionTables(RepositoryService repository) {
        this.repository = repository;
    }

    /** The rows that hit, in the table's order, each with its outputs by name. */
    public record Answer(int version, List<Map<String, Object>> rows) {
    }

    private record Question(String definition, Map<String, ?> inputs) {
    }

    /** @param inputs what the table reads, by name; null for what is not known */
    public Answer ask(String table, Map<String, ?> inputs) {
        DecisionDefinition newest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .latestVersion().singleResult();
        Question question = new Question(newest.getId(), new HashMap<>(inputs));
        Answer known = answers.get(question);
        return known == null ? answer(table, newest.getVersion(), question) : known;
    }

    private Answer answer(String table, int version, Question question) {
        DmnDecision decision = read.computeIfAbsent(question.definition(), id -> parse(table, id));
        List<Map<String, Object>> rows = tables.evaluateDecisionTable(decision, new HashMap<>(question.inputs()))
                .getResultList().stream().map(Collections::unmodifiableMap).toList();
        Answer answer = new Answer(version, rows);
        answers.put(question, answer);
        return answer;
    }

    private DmnDecision parse(String table, String id) {
        try (InputStream model = repository.getDecisionModel(id)) {
            return tables.parseDecision(table, new ByteArrayInputStream(model.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
