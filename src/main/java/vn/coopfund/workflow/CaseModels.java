package vn.coopfund.workflow;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;

/** Which version of which model governs a case, in a table of our own. */
@Component("caseModels")
public class CaseModels {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    CaseModels(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    public record Governing(String processKey, String name, int version) {
    }

    /** The subject that a path such as {@code /cases/loans/51} means. */
    public Subject subject(String type, long id) {
        return new Subject(Subject.Type.valueOf(type.substring(0, type.length() - 1).toUpperCase(Locale.ROOT)), id);
    }

    /** The models of the case, the latest begun first. */
    @Transactional(readOnly = true)
    public List<Governing> of(Subject subject) {
        return jdbc.sql("select process_key, name, version from workflow.case_model where subject_type = ? and subject_id = ? "
                        + "order by began_on desc, instance_id desc").params(subject.type().name(), subject.id())
                .query(Governing.class).list();
    }

    /** Keeps the version on which the instance runs now. */
    void keep(Subject subject, String instanceId) {
        jdbc.sql("""
                insert into workflow.case_model
                select e.proc_inst_id_, :fund, :type, :id, d.key_, d.name_, d.version_, :today
                from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where e.id_ = :instance
                on conflict (instance_id) do update set version = excluded.version, name = excluded.name""")
                .param("fund", Actors.current().fundId()).param("type", subject.type().name()).param("id", subject.id())
                .param("today", businessDay.today()).param("instance", instanceId).update();
    }
}
