package vn.coopfund.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;

/** How long each kind of task may take: dated rows, and without one the figure that the model itself brings. */
@Component
public class ServiceLevels {

    /** Working days after the due day at which the manager is told, where no row says otherwise. */
    static final int USUAL_PATIENCE = 2;

    private final JdbcClient jdbc;

    ServiceLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A level as it holds from a day on.
     *
     * @param workingDays   how many working days the task may take
     * @param escalateAfter how many more until its manager is told
     */
    public record Level(String taskKey, LocalDate validFrom, int workingDays, int escalateAfter, String setBy) {
    }

    private static final String ROWS = """
            select l.task_key, l.valid_from, l.working_days, l.escalate_after, p.display_name as set_by
            from workflow.service_level l join access.person p on p.id = l.set_by where l.fund_id = :fund""";

    /** What holds for tasks of that kind that are created on the day; empty where the model's own figure does. */
    Optional<Level> of(String taskKey, LocalDate day) {
        return jdbc.sql(ROWS + " and l.task_key = :key and l.valid_from <= :day "
                        + "order by l.valid_from desc, l.id desc limit 1")
                .param("fund", Actors.current().fundId()).param("key", taskKey).param("day", day)
                .query(Level.class).optional();
    }

    /** All rows, the latest first within a kind. */
    @Transactional(readOnly = true)
    public List<Level> all() {
        return jdbc.sql(ROWS + " order by l.task_key, l.valid_from desc, l.id desc")
                .param("fund", Actors.current().fundId()).query(Level.class).list();
    }

    void add(String taskKey, LocalDate from, int workingDays, int escalateAfter) {
        jdbc.sql("""
                insert into workflow.service_level (fund_id, task_key, valid_from, working_days, escalate_after, set_by)
                values (?, ?, ?, ?, ?, ?)""")
                .params(Actors.current().fundId(), taskKey, from, workingDays, escalateAfter, Actors.current().id()).update();
    }
}
