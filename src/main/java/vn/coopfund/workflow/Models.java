package vn.coopfund.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The models as they are deployed: every version of each, how many cases run on it, and the steps of the newest. */
@Component
public class Models {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Models(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** @param running cases that run on this version now; {@code ended} those that ran on it to their end */
    public record Version(String id, String key, String name, int version, boolean newest, Instant deployedAt, int running,
            int ended) {
    }

    /** A user task of a newest version, with the working days that the model gives it; null where it gives none. */
    public record Step(String taskKey, String process, Integer workingDays) {
    }

    /** Every version, by model and the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        return jdbc.sql("""
                select d.id_ as id, d.key_ as key, d.name_ as name, d.version_ as version,
                    d.version_ = max(d.version_) over (partition by d.key_) as newest, p.deploy_time_ as deployed_at,
                    (select count(*) from act_ru_execution e where e.proc_def_id_ = d.id_ and e.parent_id_ is null)::int as running,
                    (select count(*) from act_hi_procinst h where h.proc_def_id_ = d.id_ and h.end_time_ is not null)::int as ended
                from act_re_procdef d join act_re_deployment p on p.id_ = d.deployment_id_
                order by d.name_, d.version_ desc""")
                .query((row, number) -> new Version(row.getString("id"), row.getString("key"), row.getString("name"),
                        row.getInt("version"), row.getBoolean("newest"), row.getTimestamp("deployed_at").toInstant(),
                        row.getInt("running"), row.getInt("ended"))).list();
    }

    @Transactional(readOnly = true)
    public Optional<Version> version(String key, int version) {
        return versions().stream().filter(one -> one.key().equals(key) && one.version() == version).findFirst();
    }

    /** The newest version of a model that there is. */
    Version newest(String key) {
        return versions().stream().filter(one -> one.key().equals(key) && one.newest()).findFirst().orElseThrow();
    }

    /** Models that came with the latest release and could not be read; empty once a set was deployed after them. */
    @Transactional(readOnly = true)
    public List<Refused> refused() {
        return jdbc.sql("""
                select r.resource, r.problem, max(r.refused_at) as refused_at from workflow.refused_model r
                where r.refused_at > (select max(deploy_time_) from act_re_deployment) group by 1, 2 order by 1, 2""")
                .query((row, number) -> new Refused(row.getString("resource"), row.getString("problem"),
                        row.getTimestamp("refused_at").toInstant())).list();
    }

    public record Refused(String resource, String problem, Instant refusedAt) {
    }

    /** The user tasks of the newest version of every model. */
    @Transactional(readOnly = true)
    public List<Step> steps() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .sorted(Comparator.comparing(ProcessDefinition::getKey)).flatMap(definition ->
                        repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream()
                                .map(task -> new Step(task.getId(), definition.getName(), InboxKeeper.modelled(task).orElse(null))))
                .toList();
    }
}
