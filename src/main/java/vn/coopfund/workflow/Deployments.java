package vn.coopfund.workflow;

import java.io.IOException;
import java.util.Arrays;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys the models of {@code bpmn/} whole or not at all; an unchanged set makes no new version. */
@Component
class Deployments implements SmartInitializingSingleton {

    private final RepositoryService repository;

    Deployments(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void deploy() throws IOException {
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.*mn");
        Arrays.sort(models, (a, b) -> String.valueOf(a.getFilename()).compareTo(String.valueOf(b.getFilename())));
        DeploymentBuilder deployment = repository.createDeployment().name("coopfund").source("coopfund")
                .enableDuplicateFiltering(true);
        for (Resource model : models) {
            deployment.addInputStream("bpmn/" + model.getFilename(), model.getInputStream());
        }
        if (models.length > 0) {
            deployment.deploy();
        }
    }
}
