package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.coopfund.schedule.DayCount;

/**
 * The close of a day as somebody would write it by hand for these loans alone, in bare SQL on copies of the tables: the
 * same questions asked and the same rows written, no more. It knows one fund, one set of rules, no restructures and no
 * credit. Of a loan with an event it reads rows and receipts and finds what is due; how interest is spread over the lines
 * it is told from the program's tables, because a replay in SQL would cost it more. Its entries go into the real ledger,
 * with its guards; its seals are no chain. {@link #refuseDifferent} shows that both came to the same.
 */
final class BareClose {

    private static final List<String> COPIED = List.of("running_interest", "standing", "signal", "accrual", "classification",
            "indicative_group");

    /** A copied definition leaves out how full its pages are kept. */
    private static final Map<String, String> FILLED = Map.of("running_interest", " with (fillfactor = 50)", "standing",
            " with (fillfactor = 70)");

    private static final String ACCRUE = """
            update bench.running_interest set accrued = div(2 * (exact + balance::numeric * (case day_count
                    when 'ACT_365' then %d when 'ACT_360' then %d when 'ACT_ACT_ISDA' then %d else %d end - position_from)
                    * per_unit) + whole, 2 * whole)::bigint, accrued_through = '%s'""";

    private static final String ROLL_ON = """
            with paid as (
                select loan_id, sum(principal) as principal, max(turn) as last from servicing.repayment
                where loan_id = any (:ids) and value_date <= :day and reversed_on is null group by 1),
            due as (
                select r.loan_id, coalesce(sum(r.principal) filter (where r.due_on <= :day), 0) as principal,
                       min(r.due_on) filter (where r.number > coalesce(p.last, 0)) as unpaid_on
                from servicing.schedule_row r left join paid p on p.loan_id = r.loan_id
                where r.loan_id = any (:ids) and r.version = 1 and r.principal + r.interest > 0 group by 1)
            update bench.standing b set principal_outstanding = l.principal - coalesce(paid.principal, 0),
                principal_due = due.principal - coalesce(paid.principal, 0), next_due_on = due.unpaid_on,
                days_past_due = greatest(0, :day - due.unpaid_on), credit = s.credit, next_event_on = s.next_event_on,
                interest_due = s.interest_due, interest_fixed = s.interest_fixed, interest_met = s.interest_met,
                overdue_fixed = s.overdue_fixed, late_fixed = s.late_fixed
            from servicing.standing s join servicing.loan l on l.id = s.loan_id join due on due.loan_id = l.id
            left join paid on paid.loan_id = l.id where s.loan_id = b.loan_id and b.loan_id = any (:ids)""";

    private static final String OVERDUE = """
            with fresh as (
                insert into bench.signal (loan_id, kind, due_on, days, said_on)
                select loan_id, 'OVERDUE', next_due_on, (select max(step) from unnest(array[1, 10, 30, 90, 180]) step
                    where step <= :day + 1 - next_due_on), :day
                from bench.standing where next_due_on <= :day on conflict do nothing returning loan_id, due_on)
            insert into bench.case_event (fund_id, subject_type, subject_id, happened_on, by_name, code, args, for_borrower)
            select 1, 'LOAN', loan_id, :day + 1, 'bare', 'overdue', jsonb_build_array(due_on, :day + 1 - due_on), true from fresh""";

    private static final String DUE_SOON = """
            insert into bench.signal (loan_id, kind, due_on, days, said_on)
            select s.loan_id, 'PAYMENT_DUE', r.due_on, 0, :day from servicing.schedule_row r
            join bench.standing s on s.loan_id = r.loan_id
            where r.due_on = :day + 10 and r.version = 1 and s.next_due_on <= r.due_on on conflict do nothing""";

    private static final String PAST_DUE = """
            update bench.standing set days_past_due = :day - next_due_on, on_schedule_since = null where next_due_on < :day""";

    /** The group by days past due, the worst of a borrower's loans for all of them. */
    private static final String GROUPED = """
            with own as (
                select l.id as loan_id, l.borrower_id, s.principal_outstanding, s.days_past_due,
                       case when s.days_past_due >= 180 then 5 when s.days_past_due >= 90 then 4
                            when s.days_past_due >= 30 then 3 when s.days_past_due >= 10 then 2 else 1 end as by_days
                from servicing.loan l join bench.standing s on s.loan_id = l.id where l.settled_on is null %s),
            grouped as (select own.*, max(by_days) over (partition by borrower_id) as debt_group from own)
            """;

    private static final String FOLLOW_GROUPS = GROUPED.formatted("""
            and l.borrower_id = any (array(select x.borrower_id from servicing.loan x
                where x.id = any (array(select y.loan_id from bench.standing y where y.next_due_on < :day))))""") + """
            , changed as (
                update bench.standing s set indicative_group = g.debt_group from grouped g
                where s.loan_id = g.loan_id and s.indicative_group <> g.debt_group
                returning g.loan_id, g.debt_group, g.debt_group = g.by_days as own)
            insert into bench.indicative_group (loan_id, on_day, debt_group, criterion)
            select loan_id, :day, debt_group, case when own then 'DAYS_PAST_DUE' else 'CUSTOMER' end from changed""";

    private static final String CLASSIFY = GROUPED.formatted("") + """
            insert into bench.classification
            select :day - date '2000-01-01', loan_id, borrower_id, principal_outstanding, days_past_due, 0, by_days, 1, 1, 1, debt_group,
                   case when debt_group = 1 then 'IN_TERM' when debt_group = by_days then 'DAYS_PAST_DUE' else 'CUSTOMER' end
            from grouped""";

    private static final List<String> POST = List.of("""
            create temporary table fresh on commit drop as
            select nextval('ledger.entry_seq') as id, l.id as loan_id, l.borrower_id, l.number, s.interest_fixed
                       + (select coalesce(sum(r.accrued), 0) from bench.running_interest r where r.loan_id = l.id and r.kind = 'IN_TERM')
                       - (select coalesce(sum(a.amount), 0) from bench.accrual a where a.loan_id = l.id) as amount
            from servicing.loan l join bench.standing s on s.loan_id = l.id where l.state = 'ACTIVE'""",
            "delete from fresh where amount = 0",
            "insert into ledger.posted_fact (fund_id, source_fact, entry_id, booked_on) select 1, 'bare:' || id, id, :day from fresh",
            "insert into ledger.entry (id, booked_on, fund_id, value_date, text, source_fact, line_count, amount) "
                    + "select id, :day, 1, :day, 'Dự thu lãi trong hạn khoản vay ' || number, 'bare:' || id, 2, amount from fresh",
            "insert into ledger.posting (entry_id, booked_on, line_number, account, debit, credit, loan_id, borrower_id, term_class, "
                    + "debt_group) select id, :day, 1, '1388', amount, 0, loan_id, borrower_id, 'MEDIUM', 1 from fresh "
                    + "union all select id, :day, 2, '515', 0, amount, loan_id, borrower_id, 'MEDIUM', 1 from fresh",
            "insert into bench.accrual (id, loan_id, through_on, amount, booked_on, entry_id) "
                    + "select id, loan_id, :day, amount, :day, id from fresh",
            """
            with gone as (delete from ledger.unsealed returning kind, entry_id, booked_on)
            insert into bench.seal (fund_id, position, kind, entry_id, booked_on, form, hash)
            select 1, row_number() over (order by g.entry_id), g.kind, g.entry_id, g.booked_on, 1,
                   sha256(convert_to(concat(e, (select string_agg(p::text, '' order by p.line_number) from ledger.posting p
                       where p.entry_id = e.id and p.booked_on = e.booked_on)), 'UTF8'))
            from gone g join ledger.entry e on e.id = g.entry_id and e.booked_on = g.booked_on""",
            """
            insert into bench.period_balance as known
            select 1, date_trunc('month', p.booked_on)::date, p.account, sum(p.debit), sum(p.credit)
            from fresh join ledger.posting p on p.entry_id = fresh.id and p.booked_on = :day group by 2, 3
            on conflict (fund_id, month, account) do update
                set debit = known.debit + excluded.debit, credit = known.credit + excluded.credit""",
            """
            insert into bench.checked
            with booked as (
                select loan_id, sum(debit - credit) filter (where account = '1283') as principal,
                       sum(debit - credit) filter (where account = '1388') as receivable
                from ledger.posting where account in ('1283', '1388') and booked_on <= :day group by 1),
            owed as (
                select s.loan_id, s.principal_outstanding, s.interest_fixed - s.interest_met + coalesce(i.accrued, 0) as interest
                from bench.standing s left join (select loan_id, sum(accrued) as accrued from bench.running_interest
                                                 where kind = 'IN_TERM' group by 1) i on i.loan_id = s.loan_id)
            select :day, count(*), count(*) filter (where principal <> principal_outstanding or receivable <> interest),
                   sum(principal), sum(receivable) from booked full join owed using (loan_id)""");

    private final BenchProgram program;

    private BareClose(BenchProgram program) {
        this.program = program;
    }

    /** On copies of how the program's tables stand now. */
    static BareClose of(BenchProgram program) {
        program.asOwner("create schema bench");
        COPIED.forEach(table -> program.asOwner(
                "create table bench.%1$s (like servicing.%1$s including all)%2$s".formatted(table, FILLED.getOrDefault(table, "")),
                "insert into bench.%1$s select * from servicing.%1$s".formatted(table)));
        program.asOwner("create table bench.case_event (like workflow.case_event including all)",
                "create table bench.seal (like ledger.seal including all)",
                "create table bench.period_balance (like ledger.period_balance including all)",
                "create table bench.checked (on_day date, loans int, differing int, principal numeric, interest numeric)", "analyze");
        return new BareClose(program);
    }

    void close(LocalDate day) {
        program.transaction.executeWithoutResult(status -> {
            run(ACCRUE.formatted(DayCount.ACT_365.position(day), DayCount.ACT_360.position(day),
                    DayCount.ACT_ACT_ISDA.position(day), DayCount.THIRTY_360.position(day), day), day, null);
            Long[] concerned = program.jdbc.sql("select loan_id from bench.standing where next_event_on <= ?").param(day)
                    .query(Long.class).list().toArray(Long[]::new);
            List.of(ROLL_ON, "delete from bench.running_interest where loan_id = any (:ids)",
                    "insert into bench.running_interest select * from servicing.running_interest where loan_id = any (:ids)",
                    OVERDUE, PAST_DUE, FOLLOW_GROUPS, DUE_SOON).forEach(sql -> run(sql, day, concerned));
            if (day.getDayOfMonth() == day.lengthOfMonth()) {
                run(CLASSIFY, day, null);
                POST.forEach(sql -> run(sql, day, null));
            }
        });
    }

    private void run(String sql, LocalDate day, Long[] concerned) {
        program.jdbc.sql(sql).param("day", day).param("ids", concerned).update();
    }

    /** @throws IllegalStateException where the program and bare SQL did not come to the same */
    void refuseDifferent() {
        long differing = program.jdbc.sql("""
                select (select count(*) from bench.standing b join servicing.standing s using (loan_id)
                        where (b.principal_outstanding, b.principal_due, b.next_due_on, b.days_past_due, b.indicative_group)
                            is distinct from
                              (s.principal_outstanding, s.principal_due, s.next_due_on, s.days_past_due, s.indicative_group))
                     + (select count(*) from bench.running_interest b full join servicing.running_interest s
                            using (loan_id, kind, row_number) where b.accrued is distinct from s.accrued)
                     + (select count(*) from (select loan_id, sum(amount) as amount from bench.accrual group by 1) b
                        full join (select loan_id, sum(amount) as amount from servicing.accrual group by 1) s using (loan_id)
                        where b.amount is distinct from s.amount)
                     + (select count(*) from bench.signal b full join servicing.signal s using (loan_id, kind, due_on, days)
                        where b.said_on is distinct from s.said_on)
                     + (select differing from reporting.sub_ledger_check order by id desc limit 1)""")
                .query(Long.class).single();
        if (differing > 0) {
            throw new IllegalStateException(differing + " rows differ between the program and bare SQL, or loan and books");
        }
    }
}
