package vn.coopfund.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of {@code bpmn/} whole or not at all; an unchanged set makes no new version. A set with a model that
 * cannot be read is refused whole: the versions before stay in use, and the administrators' page says why.
 */
@Component
class Deployments implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Deployments.class);

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Deployments(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Map<String, byte[]> models = new TreeMap<>();
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.*mn")) {
                try (InputStream content = model.getInputStream()) {
                    models.put("bpmn/" + model.getFilename(), content.readAllBytes());
                }
            }
            deploy("coopfund", models);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** False where the set was refused; where there is nothing from before to stay in use, the program cannot start. */
    boolean deploy(String name, Map<String, byte[]> models) {
        DeploymentBuilder deployment = repository.createDeployment().name(name).source("coopfund")
                .enableDuplicateFiltering(true);
        models.forEach((resource, content) -> deployment.addInputStream(resource, new java.io.ByteArrayInputStream(content)));
        if (models.isEmpty()) {
            return true;
        }
        try {
            deployment.deploy();
            return true;
        } catch (ProcessEngineException refused) {
            if (repository.createProcessDefinitionQuery().count() == 0) {
                throw refused;
            }
            log.error("The models are refused whole, those from before stay in use", refused);
            problems(refused).forEach((resource, problem) -> jdbc.sql(
                    "insert into workflow.refused_model (resource, problem) values (?, ?)").params(resource, problem).update());
            return false;
        }
    }

    private static Map<String, String> problems(ProcessEngineException refused) {
        if (!(refused instanceof ParseException unreadable)) {
            return Map.of("bpmn/", String.valueOf(refused.getMessage()));
        }
        Map<String, String> problems = new TreeMap<>();
        unreadable.getResorceReports().forEach(report -> problems.put(report.getResourceName(), report.getErrors().isEmpty()
                ? refused.getMessage() : words(report.getErrors())));
        return problems;
    }

    private static String words(List<Problem> errors) {
        Problem first = errors.get(0);
        return first.getLine() + ": " + first.getMessage();
    }
}
