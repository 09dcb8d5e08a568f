package vn.coopfund.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.origination.Cases;
import vn.coopfund.web.Refusal;

/** New versions of a model beside running cases, a model that cannot be read, and steps that fail. */
class LivingModelsModuleTests extends ModuleTest {

    private static final String KEY = "living-model";

    @Autowired MockMvc web;
    @Autowired Cases cases;
    @Autowired Deployments deployments;
    @Autowired Models models;
    @Autowired Migrations migrations;
    @Autowired PlanMigration planMigration;
    @Autowired MigrateCases migrateCases;
    @Autowired DropMigration dropMigration;
    @Autowired Incidents incidents;
    @Autowired RetryStep retryStep;
    @Autowired Processes processes;
    @Autowired CaseModels caseModels;
    @Autowired CaseEvents events;
    @Autowired Inbox inbox;
    @Autowired RepositoryService repository;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void readVietnamese() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
    }

    @AfterEach
    void readAnything() {
        LocaleContextHolder.resetLocaleContext();
    }

    @AfterEach
    void forgetTheModel() {
        jdbc.sql("delete from workflow.inbox_task t where exists (select 1 from act_ru_task r join act_re_procdef d "
                + "on d.id_ = r.proc_def_id_ where r.id_ = t.task_id and d.key_ = ?)").param(KEY).update();
        repository.createDeploymentQuery().deploymentName(KEY).list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true, true));
        jdbc.sql("update workflow.migration set state = 'DROPPED', done_by = planned_by, done_at = now() "
                + "where state = 'PLANNED' and process_key = ?").param(KEY).update();
        jdbc.sql("delete from workflow.refused_model").update();
    }

    private Actor administrator() {
        return cases.staff().named("models-" + UUID.randomUUID().toString().substring(0, 8), Role.ADMINISTRATOR);
    }

    /** Two steps; the form, the roles and the first step's id are what versions differ in. */
    private byte[] model(String firstStep, String form, String role) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(KEY).name("Quy trình thử").camundaHistoryTimeToLive(3650)
                .startEvent().userTask(firstStep).name("Bước một").camundaFormKey(form).camundaCandidateGroups(role)
                .userTask("Task_ReviewAppraisal").name("Bước hai").camundaFormKey(form).camundaCandidateGroups(role)
                .endEvent().done()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] first() {
        return model("Task_CheckCompleteness", "origination/check-completeness", "LOAN_OFFICER");
    }

    private boolean deployed(byte[] model) {
        return deployments.deploy(KEY, Map.of("bpmn/" + KEY + ".bpmn", model));
    }

    private Subject running() {
        Subject subject = Actors.as(cases.cooperative("models-" + UUID.randomUUID()),
                () -> cases.drafted(Actors.current(), Cases.secured(100_000_000))).subject();
        transaction.executeWithoutResult(status -> processes.start(KEY, subject));
        return subject;
    }

    private int version(Subject subject) {
        return caseModels.of(subject).get(0).version();
    }

    @Test
    void bringsRunningCasesToANewVersionByATriedPlanOfTwoAdministrators() {
        deployed(first());
        Subject old = running();
        deployed(model("Task_CheckCompleteness", "origination/supplement-application", "HEAD_OF_LENDING"));
        Subject fresh = running();
        int before = version(old);
        assertThat(version(fresh)).isEqualTo(before + 1);

        Actor planner = administrator();
        Migrations.Migration plan = Actors.as(planner, () -> planMigration.plan(KEY, before));
        assertThat(plan.fit()).isEqualTo(1);
        assertThat(plan.unfit()).isZero();
        assertThat(version(old)).as("a trial leaves nothing").isEqualTo(before);
        assertThat(inbox.on(old)).extracting(OpenTask::formKey).containsExactly("origination/check-completeness");
        assertThatThrownBy(() -> Actors.as(planner, () -> migrateCases.migrate(plan.id()))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> jdbc.sql("update workflow.migration set state = 'DONE', done_by = planned_by, done_at = now() "
                + "where id = ?").param(plan.id()).update()).hasMessageContaining("migration_second_person");

        Actor second = administrator();
        assertThat(Actors.as(second, () -> migrateCases.migrate(plan.id())).state()).isEqualTo(Migrations.State.DONE);
        assertThat(version(old)).isEqualTo(before + 1);
        assertThat(inbox.on(old)).singleElement().satisfies(task -> {
            assertThat(task.formKey()).isEqualTo("origination/supplement-application");
            assertThat(task.roles()).containsExactly(Role.HEAD_OF_LENDING);
        });
        assertThat(cases.staff().as(Role.LOAN_OFFICER, () -> events.of(old))).extracting(CaseEvents.Line::what)
                .anyMatch(what -> what.contains("từ phiên bản " + before + " sang phiên bản " + (before + 1)));
        assertThat(models.version(KEY, before).orElseThrow().running()).isZero();
        assertThatThrownBy(() -> Actors.as(second, () -> migrateCases.migrate(plan.id()))).isInstanceOf(Refusal.class);
    }

    @Test
    void leavesACaseWhoseStepIsGoneOnItsVersionAndSaysWhich() {
        deployed(first());
        Subject stays = running();
        deployed(model("Task_AppraiseApplication", "origination/appraise-application", "APPRAISER"));
        int before = version(stays);

        Migrations.Migration plan = Actors.as(administrator(), () -> planMigration.plan(KEY, before));
        assertThat(plan.unfit()).isEqualTo(1);
        assertThat(migrations.cases(plan)).singleElement()
                .satisfies(one -> assertThat(one.problem()).contains("Bước một"));
        Actors.as(administrator(), () -> migrateCases.migrate(plan.id()));
        assertThat(version(stays)).isEqualTo(before);
        assertThat(models.version(KEY, before).orElseThrow().running()).isEqualTo(1);
    }

    @Test
    void refusesPlansThatMakeNoSense() {
        deployed(first());
        int newest = models.newest(KEY).version();
        assertThatThrownBy(() -> Actors.as(administrator(), () -> planMigration.plan(KEY, newest))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cases.staff().as(Role.DIRECTOR, () -> planMigration.plan(KEY, newest)))
                .isInstanceOf(NotAllowed.class);
        running();
        deployed(model("Task_CheckCompleteness", "origination/supplement-application", "LOAN_OFFICER"));
        Migrations.Migration plan = Actors.as(administrator(), () -> planMigration.plan(KEY, newest));
        assertThatThrownBy(() -> Actors.as(administrator(), () -> planMigration.plan(KEY, newest))).isInstanceOf(Refusal.class);
        assertThat(Actors.as(administrator(), () -> dropMigration.drop(plan.id())).state()).isEqualTo(Migrations.State.DROPPED);
    }

    @Test
    void refusesASetWithAnErrorWholeAndKeepsTheOldOne() throws Exception {
        deployed(first());
        int before = models.newest(KEY).version();
        String broken = new String(first(), StandardCharsets.UTF_8).replace(KEY, "broken-model")
                .replaceFirst("targetRef=\"[^\"]+\"", "targetRef=\"Nowhere\"");
        assertThat(deployments.deploy(KEY, Map.of(
                "bpmn/" + KEY + ".bpmn", model("Task_CheckCompleteness", "origination/supplement-application", "LOAN_OFFICER"),
                "bpmn/broken-model.bpmn", broken.getBytes(StandardCharsets.UTF_8)))).isFalse();
        assertThat(models.newest(KEY).version()).isEqualTo(before);
        assertThat(models.refused()).extracting(Models.Refused::resource).containsExactly("bpmn/broken-model.bpmn");
        assertThat(models.versions()).extracting(Models.Version::key).doesNotContain("broken-model");
        web.perform(get("/processes").with(cases.staff().signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("bị từ chối toàn bộ")));
        Subject next = running();
        assertThat(version(next)).isEqualTo(before);
    }

    @Test
    void showsAFailedStepInWordsAndTriesItAgain() throws Exception {
        deployed(Bpmn.convertToString(Bpmn.createExecutableProcess(KEY).name("Quy trình thử").camundaHistoryTimeToLive(3650)
                .startEvent().serviceTask("Task_Fails").name("Bước hỏng").camundaAsyncBefore()
                .camundaDelegateExpression("${nobodyKnowsThisDelegate}").endEvent().done()).getBytes(StandardCharsets.UTF_8));
        Subject subject = running();
        String job = management.createJobQuery().processDefinitionKey(KEY).singleResult().getId();
        for (int tries = 0; tries < 3; tries++) {
            assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
        }
        assertThat(incidents.count()).isPositive();
        assertThat(incidents.all()).filteredOn(one -> one.jobId().equals(job)).singleElement().satisfies(one -> {
            assertThat(one.step()).isEqualTo("Bước hỏng");
            assertThat(one.cause()).contains("không có trong bản cài đặt này");
            assertThat(one.path()).isEqualTo("/cases/applications/" + subject.id() + "/picture");
        });
        web.perform(get("/processes/incidents").with(cases.staff().signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Bước hỏng")));
        web.perform(get("/cases/applications/" + subject.id() + "/picture").with(cases.staff().signedIn(Role.ADMINISTRATOR)))
                .andExpect(status().isOk());

        assertThatThrownBy(() -> cases.staff().as(Role.HEAD_OF_LENDING, () -> retryStep.retry(job))).isInstanceOf(NotAllowed.class);
        web.perform(post("/processes/incidents/" + job + "/retry").with(cases.staff().signedIn(Role.ADMINISTRATOR)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(incidents.all()).extracting(Incidents.Incident::jobId).doesNotContain(job);
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(3);
        assertThatThrownBy(() -> Actors.as(administrator(), () -> retryStep.retry(job))).isInstanceOf(Refusal.class);
    }

    @Test
    void opensItsPagesToAdministratorsOnly() throws Exception {
        deployed(first());
        running();
        deployed(model("Task_CheckCompleteness", "origination/supplement-application", "LOAN_OFFICER"));
        Migrations.Migration plan = Actors.as(administrator(), () -> planMigration.plan(KEY, models.newest(KEY).version() - 1));
        for (String path : List.of("/processes", "/processes/incidents", "/processes/migrations/" + plan.id())) {
            web.perform(get(path).with(cases.staff().signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk());
            web.perform(get(path).with(cases.staff().signedIn(Role.DIRECTOR))).andExpect(status().isForbidden());
            web.perform(get(path).with(cases.staff().signedIn(Role.BORROWER))).andExpect(status().isForbidden());
        }
        web.perform(post("/processes/migrations/" + plan.id() + "/run").with(cases.staff().signedIn(Role.DIRECTOR)).with(csrf()))
                .andExpect(status().isForbidden());
    }
}
