package vn.coopfund.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Where a process stands still because the program failed at a step, and why, in words. */
@Component
public class Incidents {

    /** How a refusal stands in the trace of a failure: its kind and the message keys of its reasons. */
    private static final Pattern REFUSAL = Pattern.compile("vn\\.coopfund\\.web\\.Refusal: [A-Z_]+ \\[[^:\\]]*:([\\w.-]+)");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+[^}]*}");

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RepositoryService repository;
    private final CasePaths paths;
    private final MessageSource messages;
    private final Texts texts;

    Incidents(JdbcClient jdbc, ManagementService management, RepositoryService repository, CasePaths paths,
            MessageSource messages, Texts texts) {
        this.jdbc = jdbc;
        this.management = management;
        this.repository = repository;
        this.paths = paths;
        this.messages = messages;
        this.texts = texts;
    }

    /**
     * One standstill.
     *
     * @param step    the name of the step that failed
     * @param cause   in words
     * @param detail  what the program said, for who supports it
     */
    public record Incident(String jobId, Subject subject, String title, String path, String process, int version, String step,
            Instant since, String cause, String detail) {
    }

    private record Row(String jobId, String businessKey, String definition, String process, int version, String activity,
            Instant since, String message) {
    }

    private static final String ROWS = """
            select j.id_ as job_id, p.business_key_ as business_key, d.id_ as definition, d.name_ as process, d.version_ as version,
                i.activity_id_ as activity, i.incident_timestamp_ as since, j.exception_msg_ as message
            from act_ru_incident i join act_ru_job j on j.id_ = i.configuration_
            join act_re_procdef d on d.id_ = i.proc_def_id_ join act_ru_execution p on p.id_ = i.proc_inst_id_
            where i.incident_type_ = 'failedJob'""";

    /** All of them, the oldest first. */
    @Transactional(readOnly = true)
    public List<Incident> all() {
        return jdbc.sql(ROWS + " order by i.incident_timestamp_, j.id_").query(Incidents::row).list().stream()
                .map(this::incident).toList();
    }

    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from act_ru_incident where incident_type_ = 'failedJob'").query(Integer.class).single();
    }

    Incident ofJob(String jobId) {
        return jdbc.sql(ROWS + " and j.id_ = ?").param(jobId).query(Incidents::row).optional().map(this::incident)
                .orElseThrow(() -> Refusal.conflict("workflow.incident.gone"));
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Row(row.getString("job_id"), row.getString("business_key"), row.getString("definition"),
                row.getString("process"), row.getInt("version"), row.getString("activity"),
                row.getTimestamp("since").toInstant(), row.getString("message"));
    }

    /** Where the picture of a case is: the page of a case that an administrator may open too. */
    static String picture(Subject subject) {
        return "/cases/" + subject.type().name().toLowerCase(Locale.ROOT) + "s/" + subject.id() + "/picture";
    }

    private Incident incident(Row row) {
        Subject subject = Processes.subjectOf(row.businessKey());
        String trace = Optional.ofNullable(management.getJobExceptionStacktrace(row.jobId())).orElse("");
        ModelElementInstance step = repository.getBpmnModelInstance(row.definition()).getModelElementById(row.activity());
        return new Incident(row.jobId(), subject, paths.title(subject), picture(subject), row.process(), row.version(),
                step == null || step.getAttributeValue("name") == null ? row.activity() : step.getAttributeValue("name"),
                row.since(), cause(trace), row.message());
    }

    /** What a person can understand of a trace: the refusal of the act where there was one, else of which kind it is. */
    private String cause(String trace) {
        Matcher refusal = REFUSAL.matcher(trace);
        if (refusal.find()) {
            String words = messages.getMessage(refusal.group(1), null, null, LocaleContextHolder.getLocale());
            if (words != null) {
                return texts.of("workflow.incident.refused", ARGUMENT.matcher(words).replaceAll("…"));
            }
        }
        if (trace.contains("OptimisticLocking") || trace.contains("DeadlockLoser") || trace.contains("CannotAcquireLock")) {
            return texts.of("workflow.incident.at-once");
        }
        if (trace.contains("CannotGetJdbcConnection") || trace.contains("java.net.") || trace.contains("DataAccessResourceFailure")) {
            return texts.of("workflow.incident.unreachable");
        }
        if (trace.contains("Unknown property used in expression")) {
            return texts.of("workflow.incident.model");
        }
        return texts.of("workflow.incident.fault");
    }
}
