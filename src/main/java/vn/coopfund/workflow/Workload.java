package vn.coopfund.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/**
 * What the fund has open and how long it takes, by step and by person, from the rows of the inbox and of what was done.
 * Days are business days of the calendar from the day a task came to the day it was done.
 */
@Component
public class Workload {

    /** How far back durations are measured. */
    public static final int MEASURED_DAYS = 90;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Workload(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /**
     * How a kind of task stands.
     *
     * @param fresh  open for up to 2 days; {@code middling} 3 to 5, {@code old} 6 to 10, {@code ancient} longer
     * @param done   finished within {@link #MEASURED_DAYS} days
     * @param median days that half of those took at most; null where none was finished
     * @param most   days that nine of ten took at most
     * @param onTime how many of ten thousand had been due and were in time, in hundredths of a percent
     */
    public record Step(String taskKey, int open, int unclaimed, int late, int escalated, int fresh, int middling, int old,
            int ancient, int done, Integer median, Integer most, Integer onTime) {

        public String nameKey() {
            return "task." + taskKey;
        }
    }

    /** How a person stands; {@code id} is null for what nobody holds. */
    public record Person(Long id, String name, int held, int late, int done, Integer median, Integer onTime) {
    }

    private static final String MEASURES = """
            count(*)::int as done,
            percentile_disc(0.5) within group (order by d.done_on - d.created_on)::int as median,
            percentile_disc(0.9) within group (order by d.done_on - d.created_on)::int as most,
            (10000 * count(*) filter (where d.done_on <= d.due_on) / nullif(count(d.due_on), 0))::int as on_time
            from workflow.task_done d
            where d.fund_id = :fund and d.created_on is not null and d.done_on > :since""";

    private Map<String, Object> params() {
        LocalDate today = businessDay.today();
        return Map.of("fund", Actors.current().fundId(), "today", today, "since", today.minusDays(MEASURED_DAYS));
    }

    /** Every kind of task that is open or was done lately, those with most overdue first. */
    @Transactional(readOnly = true)
    public List<Step> steps() {
        return jdbc.sql("""
                with opened as (
                    select t.task_key, count(*)::int as open, count(*) filter (where t.assignee_id is null)::int as unclaimed,
                        count(*) filter (where t.due_on < :today)::int as late,
                        count(t.escalated_on)::int as escalated,
                        count(*) filter (where :today::date - t.created_on <= 2)::int as fresh,
                        count(*) filter (where :today::date - t.created_on between 3 and 5)::int as middling,
                        count(*) filter (where :today::date - t.created_on between 6 and 10)::int as old,
                        count(*) filter (where :today::date - t.created_on > 10)::int as ancient
                    from workflow.inbox_task t where t.fund_id = :fund group by 1),
                measured as (select d.task_key,\s""" + MEASURES + """
                 group by 1)
                select coalesce(o.task_key, m.task_key) as task_key, coalesce(o.open, 0) as open,
                    coalesce(o.unclaimed, 0) as unclaimed, coalesce(o.late, 0) as late, coalesce(o.escalated, 0) as escalated,
                    coalesce(o.fresh, 0) as fresh, coalesce(o.middling, 0) as middling, coalesce(o.old, 0) as old,
                    coalesce(o.ancient, 0) as ancient, coalesce(m.done, 0) as done, m.median, m.most, m.on_time
                from opened o full join measured m on m.task_key = o.task_key
                order by late desc, open desc, task_key""").params(params()).query(Step.class).list();
    }

    /** Everybody who holds a task or did one lately, and what nobody holds. */
    @Transactional(readOnly = true)
    public List<Person> people() {
        return jdbc.sql("""
                with held as (
                    select coalesce(t.assignee_id, t.for_person, 0) as id, count(*)::int as held,
                        count(*) filter (where t.due_on < :today)::int as late
                    from workflow.inbox_task t where t.fund_id = :fund group by 1),
                measured as (select d.person_id as id,\s""" + MEASURES + """
                  and d.person_id is not null group by 1)
                select nullif(coalesce(h.id, m.id), 0) as id, p.display_name as name, coalesce(h.held, 0) as held,
                    coalesce(h.late, 0) as late, coalesce(m.done, 0) as done, m.median, m.on_time
                from held h full join measured m on m.id = h.id left join access.person p on p.id = coalesce(h.id, m.id)
                order by late desc, held desc, name nulls first""").params(params()).query(Person.class).list();
    }

    public static final Map<String, String> COLUMNS = Map.of("task", "t.task_key", "case", "t.subject_title",
            "since", "t.created_at", "due", "t.due_on", "holder", "holder");

    /** What narrows the list of open tasks; null narrows nothing, {@code holder} 0 is what nobody holds. */
    public record Filter(String kind, Long holder, boolean late, String words) {
    }

    /** One page of all open tasks of the fund, whoever may do them. */
    @Transactional(readOnly = true)
    public PageOf<Inbox.Row> open(Filter filter, SortBy sort, PageOf.Wish wish) {
        String from = """
                 from workflow.inbox_task t left join access.person p on p.id = coalesce(t.assignee_id, t.for_person)
                where t.fund_id = :fund and (:kind::text is null or t.task_key = :kind)
                  and (:holder::bigint is null or coalesce(t.assignee_id, t.for_person, 0) = :holder)
                  and (not :late or t.due_on < :today) and t.search_text like all (:words::text[])""";
        List<Inbox.Row> items = narrowed("select t.*, p.display_name as holder" + from + sort.orderBy("t.created_at, t.task_id")
                + "limit " + wish.size() + " offset " + wish.offset(), filter)
                .query((row, number) -> new Inbox.Row(Inbox.task(row, number), row.getString("holder"), null,
                        row.getObject("escalated_on", LocalDate.class))).list();
        return new PageOf<>(items, wish.page(), wish.size(),
                narrowed("select count(*)" + from, filter).query(Long.class).single());
    }

    private JdbcClient.StatementSpec narrowed(String sql, Filter filter) {
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("today", businessDay.today())
                .param("kind", filter.kind() == null || filter.kind().isBlank() ? null : filter.kind())
                .param("holder", filter.holder()).param("late", filter.late())
                .param("words", SearchText.patterns(filter.words()).toArray(String[]::new));
    }
}
