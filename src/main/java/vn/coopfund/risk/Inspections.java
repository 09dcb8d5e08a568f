package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** How the money of loans was seen to be used (kiểm tra sử dụng vốn), and which loans are to be inspected. */
@Component
public class Inspections {

    /** By what the list may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("number", "l.number", "borrower", "b.name",
            "outstanding", "s.principal_outstanding", "last", "last.inspected_on", "due", "p.due_on");

    /** Why an inspection is due: the first one, the rhythm's next, after a warning, or the controller asks for it. */
    public enum Reason { FIRST, REGULAR, PUT_RIGHT, SAMPLE }

    /** How the money was seen to be used. */
    public enum Outcome {
        AS_AGREED, PARTLY, MISUSED;

        /** The kind of its tag on pages. */
        public String tag() {
            return this == AS_AGREED ? "good" : this == PARTLY ? "warn" : "bad";
        }
    }

    /**
     * One of them.
     *
     * @param dueOn      the day on which it was due
     * @param amountSeen what was seen to be used, đồng, or null
     * @param remarks    the fund's own: nothing for the borrower
     */
    public record Inspection(long id, long loanId, String number, Reason reason, LocalDate dueOn, LocalDate inspectedOn,
            Outcome outcome, Long amountSeen, String progress, String collateral, String present, String remarks,
            String inspector) {

        Inspection forBorrower() {
            return new Inspection(id, loanId, number, reason, dueOn, inspectedOn, outcome, amountSeen, progress, collateral,
                    present, null, null);
        }
    }

    /** What an inspector found. */
    record Findings(LocalDate inspectedOn, Outcome outcome, Long amountSeen, String progress, String collateral,
            String present, String remarks) {
    }

    /**
     * When a loan is inspected next.
     *
     * @param dueOn null where it runs no more
     * @param open  the officer has been told
     * @param note  why the controller asks
     */
    public record Plan(Reason reason, LocalDate dueOn, boolean open, String note) {
    }

    /**
     * A running loan in the list.
     *
     * @param last     when it was inspected last, or null
     * @param daysLate by how many days the next is late; 0 where it is not
     * @param recall   how the latest misuse stands, or null
     */
    public record Row(long loanId, String number, String borrower, String projectName, long outstanding,
            LocalDate disbursedOn, LocalDate last, Outcome lastOutcome, Reason reason, LocalDate dueOn, boolean open,
            int daysLate, String recall) {
    }

    /** Which of the running loans; DUE within the next thirty days or late. */
    public enum Only { ALL, DUE, LATE, MISUSED }

    /** What narrows the list. */
    public record Filter(String text, Only only) {
    }

    /** The page asked for, and the principal of all that the filter lets through, đồng. */
    public record Listed(PageOf<Row> page, long outstanding) {
    }

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Inspections(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Of a loan, the latest first; whoever asks may read the loan. A borrower sees the result, never the remarks. */
    @Transactional(readOnly = true)
    public List<Inspection> of(long loanId) {
        boolean staff = Actors.current().isSystem() || Actors.current().isStaff();
        return select("i.loan_id = :key order by i.id desc", loanId).list().stream()
                .map(one -> staff ? one : one.forBorrower()).toList();
    }

    @Transactional(readOnly = true)
    Inspection byId(long id) {
        return select("i.id = :key", id).single();
    }

    private JdbcClient.MappedQuerySpec<Inspection> select(String where, long key) {
        return jdbc.sql("""
                select i.id, i.loan_id, i.number, i.reason, i.due_on, i.inspected_on, i.outcome, i.amount_seen, i.progress,
                       i.collateral, i.present, i.remarks, p.display_name as inspector
                from risk.inspection i join access.person p on p.id = i.inspected_by
                where i.fund_id = :fund and\s""" + where).param("fund", Actors.current().fundId()).param("key", key)
                .query(Inspection.class);
    }

    /** Empty where the loan never ran. */
    @Transactional(readOnly = true)
    public Optional<Plan> plan(long loanId) {
        return jdbc.sql("select reason, due_on, said_on is not null as open, note from risk.inspection_plan where loan_id = ?")
                .param(loanId).query(Plan.class).optional();
    }

    /** The next inspection is due on that day. */
    @Transactional(propagation = Propagation.MANDATORY)
    void plan(Subject loan, Reason reason, LocalDate dueOn) {
        jdbc.sql("""
                insert into risk.inspection_plan (loan_id, fund_id, reason, due_on) values (?, ?, ?, ?)
                on conflict (loan_id) do update set reason = excluded.reason, due_on = excluded.due_on, said_on = null,
                    asked_by = null, note = null""")
                .params(loan.id(), Actors.current().fundId(), reason.name(), dueOn).update();
    }

    /** The controller asks for one today; false where one is open already. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean ask(Subject loan, String note) {
        return jdbc.sql("""
                update risk.inspection_plan set reason = 'SAMPLE', due_on = :today, said_on = :today, asked_by = :by, note = :note
                where loan_id = :loan and fund_id = :fund and due_on is not null and said_on is null""")
                .param("today", businessDay.today()).param("by", Actors.current().id()).param("note", note)
                .param("loan", loan.id()).param("fund", Actors.current().fundId()).update() == 1;
    }

    /** Nothing is to be inspected any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Subject loan) {
        jdbc.sql("update risk.inspection_plan set due_on = null, said_on = null where loan_id = ?").param(loan.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Inspection add(Subject loan, String number, Findings found) {
        Plan plan = plan(loan.id()).orElseThrow();
        long id = jdbc.sql("select nextval('risk.inspection_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into risk.inspection (id, fund_id, loan_id, number, reason, due_on, inspected_on, outcome, amount_seen,
                    progress, collateral, present, remarks, inspected_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), loan.id(), number, plan.reason().name(),
                        plan.dueOn() == null ? found.inspectedOn() : plan.dueOn(), found.inspectedOn(), found.outcome().name(),
                        found.amountSeen(), found.progress(), found.collateral(), found.present(), found.remarks(),
                        Actors.current().id())).update();
        return byId(id);
    }

    /** The running loans by when they are inspected next. */
    @Transactional(readOnly = true)
    public Listed list(Filter filter, SortBy sort, PageOf.Wish wish) {
        Map<String, Object> params = new HashMap<>();
        params.put("fund", Actors.current().fundId());
        params.put("today", businessDay.today());
        params.put("text", filter.text() == null || filter.text().isBlank() ? null : "%" + SearchText.of(filter.text().strip()) + "%");
        String from = FROM + WHERE.get(filter.only());
        List<Row> rows = jdbc.sql(SELECT + from + sort.orderBy("l.id") + "limit " + wish.size() + " offset " + wish.offset())
                .params(params).query(Row.class).list();
        return jdbc.sql("select count(*) as n, coalesce(sum(s.principal_outstanding), 0)::bigint as outstanding " + from)
                .params(params).query((row, number) -> new Listed(
                        new PageOf<>(rows, wish.page(), wish.size(), row.getLong("n")), row.getLong("outstanding"))).single();
    }

    private static final String SELECT = """
            select l.id as loan_id, l.number, b.name as borrower, l.project_name, s.principal_outstanding as outstanding,
                   l.disbursed_on, last.inspected_on as last, last.outcome as last_outcome, p.reason, p.due_on,
                   p.said_on is not null as open, greatest(0, :today::date - p.due_on) as days_late,
                   (select r.state from risk.recall r where r.loan_id = l.id order by r.id desc limit 1) as recall
            """;
    private static final String FROM = """
            from risk.inspection_plan p join servicing.loan l on l.id = p.loan_id
            join cooperatives.borrower b on b.id = l.borrower_id join servicing.standing s on s.loan_id = l.id
            left join lateral (select i.inspected_on, i.outcome from risk.inspection i where i.loan_id = l.id
                order by i.id desc limit 1) as last on true
            where p.fund_id = :fund and p.due_on is not null
              and (:text::text is null or l.search_text like :text or b.search_text like :text)
            """;
    private static final Map<Only, String> WHERE = Map.of(Only.ALL, "",
            Only.DUE, "and p.due_on <= :today::date + 30 ", Only.LATE, "and p.due_on < :today::date ",
            Only.MISUSED, "and last.outcome = 'MISUSED' ");
}
