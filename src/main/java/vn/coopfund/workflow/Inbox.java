package vn.coopfund.workflow;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** The open tasks, as rows beside the engine: who may do what, overdue first. */
@Component
public class Inbox {

    /** No side is held on the task's subject that conflicts with the task's own, by this one or in this one's place. */
    private static final String FREE = """
            not exists (
                select 1 from access.duty_taken d
                join access.duty_conflict c on c.duty = t.duty and c.conflicts_with = d.duty
                where d.subject_type = t.subject_type and d.subject_id = t.subject_id
                  and %1$s in (d.person_id, d.stands_in_for))""";

    /** In whose place the person may act on a task that is nobody's vote. */
    private static final String IN_PLACE = """
            from workflow.standing_in s
            where s.stand_in_id = :person and s.role = any(t.roles) and t.for_person is null
              and\s""" + FREE.formatted("s.absent_id");

    /**
     * What the person may act on: the role fits, its own or that of an absent colleague in whose place it stands; it is
     * meant for nobody else, and no conflicting side is held.
     */
    private static final String MINE = """
            from workflow.inbox_task t
            where t.fund_id = :fund
              and (t.roles && :roles::text[] or exists (select 1\s""" + IN_PLACE + """
            ))
              and (t.for_person is null or t.for_person = :person)
              and (not 'BORROWER' = any(:roles::text[]) or t.borrower_id = any(:borrowers::bigint[]))
              and\s""" + FREE.formatted(":person");

    private final JdbcClient jdbc;
    private final ObjectProvider<CaseSubjects> subjects;

    Inbox(JdbcClient jdbc, ObjectProvider<CaseSubjects> subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    private static final String NARROWED = """
             and (:kind::text is null or t.task_key = :kind)
             and (:dueBefore::date is null or t.due_on < :dueBefore)
             and (:hold::text is null or case :hold when 'MINE' then t.assignee_id = :person
                  when 'FREE' then t.assignee_id is null else t.assignee_id <> :person end)
             and t.search_text like all (:words::text[])""";
    private static final Map<String, String> COLUMNS = Map.of("task", "t.task_key", "case", "t.subject_title",
            "since", "t.created_at", "due", "t.due_on");

    /** Who has claimed a task. */
    public enum Hold { MINE, FREE, OTHERS }

    /** What narrows the inbox; null narrows nothing. {@code words} are looked for in the case's title. */
    public record Filter(String kind, LocalDate dueBefore, Hold hold, String words) {
        public Filter(String kind, LocalDate dueBefore) {
            this(kind, dueBefore, null, null);
        }
    }

    /**
     * A task as the inbox lists it.
     *
     * @param holder      who claimed it, or null
     * @param inPlaceOf   the absent colleague whose task it is, where it is the reader's only as a stand-in
     * @param escalatedOn when its manager was told that it is long overdue, or null
     */
    public record Row(OpenTask task, String holder, String inPlaceOf, LocalDate escalatedOn) {
    }

    /** The order as an address names it: task, case, since or due; the earliest due first when it names none. */
    public static SortBy orderBy(String wish) {
        return SortBy.of(wish, "due", COLUMNS);
    }

    /** One page of the actor's open tasks, the earliest due first. */
    @Transactional(readOnly = true)
    public PageOf<OpenTask> mine(PageOf.Wish wish) {
        return mine(new Filter(null, null), orderBy(null), wish);
    }

    @Transactional(readOnly = true)
    public PageOf<OpenTask> mine(Filter filter, SortBy sort, PageOf.Wish wish) {
        return rows(filter, sort, wish).map(Row::task);
    }

    /** One page of the actor's open tasks with who holds them. */
    @Transactional(readOnly = true)
    public PageOf<Row> rows(Filter filter, SortBy sort, PageOf.Wish wish) {
        List<Row> items = narrowed("""
                select t.*, (select display_name from access.person where id = t.assignee_id) as holder,
                       case when not t.roles && :roles::text[] then (select a.display_name from access.person a
                           where a.id = (select s.absent_id\s""" + IN_PLACE + " order by s.absence_id limit 1)) end as in_place_of\n"
                + MINE + NARROWED + sort.orderBy("t.created_at, t.task_id") + "limit " + wish.size() + " offset "
                + wish.offset(), filter).query((row, number) -> new Row(task(row, number), row.getString("holder"),
                        row.getString("in_place_of"), row.getObject("escalated_on", LocalDate.class))).list();
        long total = narrowed("select count(*) " + MINE + NARROWED, filter).query(Long.class).single();
        return new PageOf<>(items, wish.page(), wish.size(), total);
    }

    /** The keys of the kinds of tasks that the actor has open. */
    @Transactional(readOnly = true)
    public List<String> myKinds() {
        return mine(Actors.current(), "select distinct t.task_key " + MINE + " order by 1").query(String.class).list();
    }

    private JdbcClient.StatementSpec narrowed(String sql, Filter filter) {
        return mine(Actors.current(), sql).param("kind", filter.kind()).param("dueBefore", filter.dueBefore())
                .param("hold", filter.hold() == null ? null : filter.hold().name())
                .param("words", SearchText.patterns(filter.words()).toArray(String[]::new));
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return mine(actor, "select count(*) " + MINE).query(Integer.class).single();
    }

    /** The actor's open tasks on one subject. */
    @Transactional(readOnly = true)
    public List<OpenTask> mineOn(Subject subject) {
        return mine(Actors.current(), "select t.* " + MINE + " and t.subject_type = :type and t.subject_id = :id "
                + "order by t.created_at").param("type", subject.type().name()).param("id", subject.id())
                .query(Inbox::task).list();
    }

    /** All open tasks on one subject, whoever may do them. */
    @Transactional(readOnly = true)
    public List<OpenTask> on(Subject subject) {
        return jdbc.sql("select * from workflow.inbox_task t where t.subject_type = ? and t.subject_id = ? "
                + "order by created_at").params(subject.type().name(), subject.id()).query(Inbox::task).list();
    }

    @Transactional(readOnly = true)
    public Optional<OpenTask> find(String taskId) {
        return jdbc.sql("select * from workflow.inbox_task t where t.task_id = ?").param(taskId)
                .query(Inbox::task).optional();
    }

    /** True when the actor may do this task. */
    @Transactional(readOnly = true)
    public boolean isMine(OpenTask task) {
        return mine(Actors.current(), "select count(*) " + MINE + " and t.task_id = :task").param("task", task.id())
                .query(Integer.class).single() == 1;
    }

    private JdbcClient.StatementSpec mine(Actor actor, String sql) {
        Long[] borrowers = subjects.stream().flatMap(s -> s.borrowersOf(actor).stream()).distinct().toArray(Long[]::new);
        return jdbc.sql(sql).param("fund", actor.fundId()).param("person", actor.id())
                .param("roles", braces(actor.roles().stream().map(Enum::name).toArray()))
                .param("borrowers", braces((Object[]) borrowers));
    }

    private static String braces(Object... values) {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    static OpenTask task(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        String duty = row.getString("duty");
        return new OpenTask(row.getString("task_id"), row.getString("task_key"), row.getString("form_key"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                duty == null ? null : Duty.valueOf(duty), row.getObject("for_person", Long.class),
                new Subject(Subject.Type.valueOf(row.getString("subject_type")), row.getLong("subject_id")),
                row.getString("subject_title"), row.getObject("borrower_id", Long.class),
                row.getTimestamp("created_at").toInstant(), row.getObject("created_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class), row.getObject("assignee_id", Long.class));
    }

}
