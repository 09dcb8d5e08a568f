package vn.coopfund.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;

/**
 * What was decided on a case, by whom, in whose place, and on which figures: one row a finished task, only added, in
 * tables of our own, so that it is whole whatever the engine cleans.
 */
@Component
public class CaseTrail {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final BusinessDay businessDay;

    CaseTrail(JdbcClient jdbc, ObjectMapper json, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.json = json;
        this.businessDay = businessDay;
    }

    /**
     * One finished task.
     *
     * @param inPlaceOf the absent colleague, or null
     * @param model     the process and the version it ran on, such as {@code loan-origination:3}
     * @param modelName what that process is called, or null where its models are gone
     * @param filledIn  the form's fields as they were filled in; empty for tasks of before they were kept
     * @param decisions what its model's gateways read
     */
    public record Step(String taskKey, LocalDate createdOn, LocalDate dueOn, LocalDate doneOn, Instant at, Long personId,
            String by, String inPlaceOf, String model, String modelName, Map<String, Object> filledIn,
            Map<String, Object> decisions) {

        public boolean late() {
            return dueOn != null && doneOn != null && doneOn.isAfter(dueOn);
        }
    }

    /** Before the engine goes on, which takes the task's row away. */
    void add(OpenTask task, TaskInput input, Map<String, Object> decisions) {
        Actor actor = Actors.current();
        Map<String, Object> plain = new LinkedHashMap<>();
        decisions.forEach((name, value) -> plain.put(name, TaskInput.plain(value)));
        jdbc.sql("""
                insert into workflow.task_done (task_id, fund_id, task_key, subject_type, subject_id, subject_title, person_id,
                    stands_in_for, created_at, created_on, claimed_at, due_on, escalated_on, done_on, model, filled_in, decisions)
                select t.task_id, t.fund_id, t.task_key, t.subject_type, t.subject_id, t.subject_title, :person, :absent,
                    t.created_at, t.created_on, t.claimed_at, t.due_on, t.escalated_on, :today,
                    (select d.key_ || ':' || d.version_ from act_ru_task r join act_re_procdef d on d.id_ = r.proc_def_id_
                     where r.id_ = t.task_id), :filled::jsonb, :decisions::jsonb
                from workflow.inbox_task t where t.task_id = :task""")
                .param("person", actor.isSystem() ? null : actor.id(), Types.BIGINT)
                .param("absent", actor.standsInFor(), Types.BIGINT).param("today", businessDay.today())
                .param("filled", written(input.kept())).param("decisions", written(plain)).param("task", task.id()).update();
    }

    /** Every finished task of the case, the oldest first. */
    @Transactional(readOnly = true)
    public List<Step> of(Subject subject) {
        return jdbc.sql("""
                select d.*, coalesce(p.display_name, 'Hệ thống') as by_name, a.display_name as in_place_of,
                    (select m.name_ from act_re_procdef m where m.key_ || ':' || m.version_ = d.model limit 1) as model_name
                from workflow.task_done d left join access.person p on p.id = d.person_id
                left join access.person a on a.id = d.stands_in_for
                where d.fund_id = ? and d.subject_type = ? and d.subject_id = ? order by d.done_at, d.task_id""")
                .params(Actors.current().fundId(), subject.type().name(), subject.id())
                .query((row, number) -> new Step(row.getString("task_key"), row.getObject("created_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class), row.getObject("done_on", LocalDate.class),
                        row.getTimestamp("done_at").toInstant(), row.getObject("person_id", Long.class),
                        row.getString("by_name"), row.getString("in_place_of"), row.getString("model"),
                        row.getString("model_name"),
                        read(row.getString("filled_in")), read(row.getString("decisions")))).list();
    }

    private String written(Map<String, Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> read(String kept) {
        try {
            return kept == null ? Map.of() : json.readValue(kept, new TypeReference<LinkedHashMap<String, Object>>() { });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
