package vn.coopfund.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actors;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Sentences;

/** Plans by which running cases come to a newer version of their model, and what their trial found. */
@Component
public class Migrations {

    private static final int TRIED_AT_ONCE = 100;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final CasePaths paths;
    private final Sentences sentences;
    private final TransactionTemplate trial;

    Migrations(RuntimeService runtime, RepositoryService repository, JdbcClient jdbc, CasePaths paths, Sentences sentences,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.repository = repository;
        this.jdbc = jdbc;
        this.paths = paths;
        this.sentences = sentences;
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** PLANNED waits for a second administrator; DROPPED was given up. */
    public enum State { PLANNED, DONE, DROPPED }

    /** @param fit cases whose trial found nothing, {@code unfit} those that stay on their version */
    public record Migration(long id, String processKey, String name, int fromVersion, int toVersion, State state,
            long plannedById, String plannedBy, Instant plannedAt, String doneBy, Instant doneAt, int fit, int unfit)
            implements HasSubject {
        @Override
        public Subject subject() {
            return new Subject(Subject.Type.MIGRATION, id);
        }
    }

    /** @param problem in words, or null */
    public record Case(String instanceId, Subject subject, String title, String path, String problem, boolean migrated) {
    }

    private static final String SELECT = """
            select m.id, m.process_key, m.name, m.from_version, m.to_version, m.state, m.planned_by as planned_by_id,
                p.display_name as planned_by, m.planned_at, d.display_name as done_by, m.done_at,
                (select count(*) from workflow.migration_case c where c.migration_id = m.id and c.problem is null)::int as fit,
                (select count(*) from workflow.migration_case c where c.migration_id = m.id and c.problem is not null)::int as unfit
            from workflow.migration m join access.person p on p.id = m.planned_by
            left join access.person d on d.id = m.done_by where m.fund_id = :fund""";

    @Transactional(readOnly = true)
    public List<Migration> all() {
        return jdbc.sql(SELECT + " order by m.id desc").param("fund", Actors.current().fundId()).query(Migrations::row).list();
    }

    @Transactional(readOnly = true)
    public Migration byId(long id) {
        return jdbc.sql(SELECT + " and m.id = :id").param("fund", Actors.current().fundId()).param("id", id)
                .query(Migrations::row).optional().orElseThrow(Refusal::notFound);
    }

    private static Migration row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        java.sql.Timestamp done = row.getTimestamp("done_at");
        return new Migration(row.getLong("id"), row.getString("process_key"), row.getString("name"), row.getInt("from_version"),
                row.getInt("to_version"), State.valueOf(row.getString("state")), row.getLong("planned_by_id"),
                row.getString("planned_by"), row.getTimestamp("planned_at").toInstant(), row.getString("done_by"),
                done == null ? null : done.toInstant(), row.getInt("fit"), row.getInt("unfit"));
    }

    /** The cases of a plan, those that stay first. */
    @Transactional(readOnly = true)
    public List<Case> cases(Migration migration) {
        return jdbc.sql("select * from workflow.migration_case where migration_id = ? order by problem is null, subject_id")
                .param(migration.id()).query((row, number) -> {
                    Subject subject = new Subject(Subject.Type.valueOf(row.getString("subject_type")), row.getLong("subject_id"));
                    String problem = row.getString("problem");
                    return new Case(row.getString("instance_id"), subject, paths.title(subject), Incidents.picture(subject),
                            problem == null ? null : sentences.read("workflow.migration.no-step", problem),
                            row.getBoolean("migrated"));
                }).list();
    }

    /** Tries the plan on every running case, rolls each trial back and keeps what it found. */
    long plan(Models.Version from, Models.Version to) {
        long id = jdbc.sql("select nextval('workflow.migration_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into workflow.migration (id, fund_id, process_key, name, from_version, to_version, planned_by)
                values (?, ?, ?, ?, ?, ?, ?)""").params(id, Actors.current().fundId(), from.key(), to.name(), from.version(),
                        to.version(), Actors.current().id()).update();
        List<ProcessInstance> running = runtime.createProcessInstanceQuery().processDefinitionId(from.id()).list();
        Map<String, String> problems = tried(planOf(from, to), running.stream().map(ProcessInstance::getId).toList(), from);
        running.forEach(instance -> {
            Subject subject = Processes.subjectOf(instance.getBusinessKey());
            jdbc.sql("insert into workflow.migration_case (migration_id, instance_id, subject_type, subject_id, problem) "
                            + "values (?, ?, ?, ?, ?)")
                    .params(id, instance.getId(), subject.type().name(), subject.id(), problems.get(instance.getId())).update();
        });
        return id;
    }

    private MigrationPlan planOf(Models.Version from, Models.Version to) {
        return runtime.createMigrationPlan(from.id(), to.id()).mapEqualActivities().updateEventTriggers().build();
    }

    /** What is wrong by instance; nothing of a trial stays. */
    private Map<String, String> tried(MigrationPlan plan, List<String> instances, Models.Version from) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (int at = 0; at < instances.size(); at += TRIED_AT_ONCE) {
            List<String> some = instances.subList(at, Math.min(at + TRIED_AT_ONCE, instances.size()));
            if (problem(plan, some, from) != null) {
                some.forEach(one -> problems.put(one, problem(plan, List.of(one), from)));
            }
        }
        return problems;
    }

    private String problem(MigrationPlan plan, List<String> instances, Models.Version from) {
        return trial.execute(status -> {
            status.setRollbackOnly();
            try {
                runtime.newMigration(plan).processInstanceIds(instances).execute();
                return null;
            } catch (MigratingProcessInstanceValidationException unfit) {
                return sentences.keep(unfit.getValidationReport().getActivityInstanceReports().stream()
                        .map(report -> nameOf(from.id(), report.getSourceScopeId())).distinct().collect(Collectors.joining(", ")));
            } catch (ProcessEngineException unfit) {
                return sentences.keep(String.valueOf(unfit.getMessage()));
            }
        });
    }

    private String nameOf(String definition, String element) {
        ModelElementInstance found = repository.getBpmnModelInstance(definition).getModelElementById(element);
        String name = found == null ? null : found.getAttributeValue("name");
        return name == null ? element : name;
    }

    /** Brings every fit case that still runs on the old version to the new one, all together; returns the instances. */
    List<String> migrate(Migration migration, Models.Version from, Models.Version to) {
        List<String> fit = jdbc.sql("""
                select c.instance_id from workflow.migration_case c join act_ru_execution e on e.id_ = c.instance_id
                where c.migration_id = ? and c.problem is null and e.proc_def_id_ = ? order by 1""")
                .params(migration.id(), from.id()).query(String.class).list();
        if (!fit.isEmpty()) {
            runtime.newMigration(planOf(from, to)).processInstanceIds(fit).execute();
        }
        fit.forEach(instance -> jdbc.sql("update workflow.migration_case set migrated = true where migration_id = ? "
                + "and instance_id = ?").params(migration.id(), instance).update());
        settle(migration.id(), State.DONE);
        return new ArrayList<>(fit);
    }

    /** The row, locked; refuses where it waits no more. */
    Migration waiting(long id) {
        jdbc.sql("select id from workflow.migration where id = ? for update").param(id).query(Long.class).optional();
        Migration migration = byId(id);
        if (migration.state() != State.PLANNED) {
            throw Refusal.conflict("workflow.migration.settled");
        }
        return migration;
    }

    void settle(long id, State state) {
        jdbc.sql("update workflow.migration set state = ?, done_by = ?, done_at = clock_timestamp() where id = ?")
                .params(state.name(), Actors.current().id(), id).update();
    }
}
