package vn.coopfund.reporting;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;

/** All that a controller looks at in one list, read from where each room keeps it. */
@Component
public class Matters {

    public static final Map<String, String> COLUMNS = Map.of("on", "on_day", "kind", "kind", "loan", "loan", "amount", "amount");

    private final JdbcClient jdbc;
    private final Capital capital;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    Matters(JdbcClient jdbc, Capital capital, LendingRegulations regulations, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.capital = capital;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** Which of them; each part may be null. */
    public record Filter(Matter.Kind kind, LocalDate from, LocalDate to, String q, boolean open) {
    }

    @Transactional(readOnly = true)
    public PageOf<Matter> list(Filter filter, SortBy sort, PageOf.Wish wish) {
        long total = bind("select count(*) from (" + ALL + WHERE + ") as found", filter).query(Long.class).single();
        return new PageOf<>(bind(ALL + WHERE + sort.orderBy("key") + "limit :size offset :offset", filter)
                .param("size", wish.size()).param("offset", wish.offset()).query(Matter.class).list(),
                wish.page(), wish.size(), total);
    }

    private JdbcClient.StatementSpec bind(String sql, Filter filter) {
        LocalDate today = businessDay.today();
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("today", today)
                .param("base", Dong.longOf(capital.actualCharterCapital(today)))
                .param("customerLimit", regulations.on(today).customerLimit())
                .param("groupLimit", regulations.on(today).groupLimit())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("from", filter.from()).param("to", filter.to()).param("open", filter.open())
                .param("q", filter.q() == null || filter.q().isBlank() ? null : filter.q().strip());
    }

    private static final String WHERE = """
            where (:kind::text is null or kind = :kind) and (:from::date is null or on_day >= :from)
               and (:to::date is null or on_day <= :to) and (not :open or findings = 0)
               and (:q::text is null or concat_ws(' ', loan, words, maker, checker) ilike '%' || :q || '%')""";

    /**
     * Reversals are entries that take others back; back-dated is what is valued before the month it is booked in, or was
     * confirmed late by a second person; a receipt at the bank without its reference is one of its own; a limit, of a
     * customer or of a group that hangs together, counts as passed as things stand today; roles that one person holds are
     * those of {@code access.role_apart}; both sides of one transaction were refused and are here because they were tried;
     * unregistered is a loan whose money the director let leave before its security was registered.
     */
    private static final String ALL = """
            with recursive tie (a, b) as (
                select borrower_a, borrower_b from cooperatives.related_borrower where fund_id = :fund and ended_at is null
                union all
                select borrower_b, borrower_a from cooperatives.related_borrower where fund_id = :fund and ended_at is null
                union all
                select one.borrower_id, other.borrower_id from cooperatives.representative one
                join cooperatives.representative other on other.citizen_number = one.citizen_number),
            member (customer, id) as (
                select distinct borrower_id, borrower_id from funding.exposure where fund_id = :fund
                union
                select member.customer, tie.b from member join tie on tie.a = member.id),
            circle as (select customer, min(id) as root from member group by customer),
            matter as (
                select 'reversal:' || f.entry_id as key, 'REVERSAL' as kind, e.booked_on as on_day, e.text as words, e.amount,
                       e.made_by as maker_id, e.checked_by as checker_id,
                       (select min(p.loan_id) from ledger.posting p where p.entry_id = e.id and p.booked_on = e.booked_on) as loan_id
                from ledger.posted_fact f join ledger.entry e on e.id = f.entry_id and e.booked_on = f.booked_on
                where f.fund_id = :fund and f.reverses is not null
                union all
                select 'entry:' || e.id, 'BACK_DATING', e.booked_on, e.text, e.amount, e.made_by, e.checked_by,
                       (select min(p.loan_id) from ledger.posting p where p.entry_id = e.id and p.booked_on = e.booked_on)
                from ledger.entry e join ledger.posted_fact f on f.entry_id = e.id
                where e.fund_id = :fund and f.reverses is null
                  and date_trunc('month', e.value_date::timestamp) < date_trunc('month', e.booked_on::timestamp)
                union all
                select 'proposal:' || p.id, 'BACK_DATING', p.decided_on, p.why, p.amount, p.proposed_by, p.decided_by, p.loan_id
                from servicing.proposal p where p.fund_id = :fund and p.kind = 'TAKE_REPAYMENT' and p.state = 'CONFIRMED'
                  and not exists (select 1 from servicing.repayment r where r.proposal_id = p.id
                      and date_trunc('month', r.value_date::timestamp) < date_trunc('month', r.booked_on::timestamp))
                union all
                select 'no-reference:' || r.id, 'NO_REFERENCE', r.booked_on, coalesce(p.why, e.text), r.amount, e.made_by,
                       e.checked_by, r.loan_id
                from servicing.repayment r join ledger.entry e on e.id = r.entry_id and e.booked_on = r.booked_on
                left join servicing.proposal p on p.id = r.proposal_id
                where r.fund_id = :fund and r.channel = 'BANK' and r.reference is null
                union all
                select 'override:' || o.run_id || ':' || o.loan_id || ':' || o.turn, 'OVERRIDE', o.decided_on,
                       concat_ws(' → ', c.debt_group, o.debt_group) || ': ' || o.reason, c.principal, o.decided_by, r.approved_by,
                       o.loan_id
                from servicing.classification_override o
                join servicing.classification c on c.run_id = o.run_id and c.loan_id = o.loan_id
                join servicing.classification_run r on r.id = o.run_id where r.fund_id = :fund
                union all
                select 'waiver:' || w.id, 'WAIVER', p.decided_on, w.why, w.interest + w.overdue_interest + w.late_interest,
                       p.proposed_by, p.decided_by, w.loan_id
                from servicing.waiver w join servicing.proposal p on p.id = w.proposal_id where w.fund_id = :fund
                union all
                select 'unregistered:' || w.loan_id, 'UNREGISTERED', w.waived_on, w.reason, null, w.waived_by, null, w.loan_id
                from collateral.registration_waiver w join servicing.loan l on l.id = w.loan_id where l.fund_id = :fund
                union all
                select 'limit:' || x.borrower_id, 'LIMIT', :today::date, b.name, sum(x.reserved + x.outstanding)::bigint,
                       null, null, null
                from funding.exposure x join cooperatives.borrower b on b.id = x.borrower_id where x.fund_id = :fund
                group by x.borrower_id, b.name
                having sum(x.reserved + x.outstanding) > :base::bigint * :customerLimit::numeric / 100
                union all
                select 'group:' || c.root, 'LIMIT', :today::date, string_agg(distinct b.name, '; '),
                       sum(x.reserved + x.outstanding)::bigint, null, null, null
                from circle c join funding.exposure x on x.borrower_id = c.customer and x.fund_id = :fund
                join cooperatives.borrower b on b.id = c.customer group by c.root
                having count(distinct c.customer) > 1
                   and sum(x.reserved + x.outstanding) > :base::bigint * :groupLimit::numeric / 100
                union all
                select 'reopening:' || v.id, 'REOPENING', (v.happened_at at time zone 'Asia/Ho_Chi_Minh')::date,
                       to_char(v.month, 'MM/YYYY') || ': ' || v.why, null, v.made_by, v.checked_by, null
                from ledger.period_event v where v.fund_id = :fund and v.became = 'OPEN'
                union all
                select 'roles:' || p.id, 'ROLES', :today::date, p.display_name || ': ' || string_agg(distinct r.role, ', '), null,
                       null, null, null
                from access.person p join access.person_role r on r.person_id = p.id
                where p.fund_id = :fund and p.enabled group by p.id, p.display_name
                having exists (select 1 from access.role_apart x where array_agg(r.role) @> array[x.role, x.apart_from])
                union all
                select 'stand-in:' || d.subject_type || ':' || d.subject_id || ':' || d.duty || ':' || d.person_id, 'STAND_IN',
                       (d.taken_at at time zone 'Asia/Ho_Chi_Minh')::date, absent.display_name, null, d.person_id, null,
                       case d.subject_type when 'LOAN' then d.subject_id
                           when 'APPLICATION' then (select a.loan_id from origination.application a where a.id = d.subject_id) end
                from access.duty_taken d join access.person absent on absent.id = d.stands_in_for where d.fund_id = :fund
                union all
                select 'audit:' || a.id, 'BOTH_SIDES', (a.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date, a.detail, null,
                       a.person_id, null, case a.subject_type when 'LOAN' then a.subject_id end
                from access.audit_log a where a.fund_id = :fund and a.what = 'DutyRefused'
                union all
                select 'write-off:' || w.id, 'WRITE_OFF', w.decided_on, w.reason, w.principal, w.proposed_by, w.decided_by, w.loan_id
                from risk.write_off w where w.fund_id = :fund and w.state in ('APPROVED', 'REVERSED')),
            listed as (
                select m.key, m.kind, m.on_day, l.number as loan, m.words, m.amount, maker.display_name as maker,
                       checker.display_name as checker,
                       (select count(*) from reporting.finding f where f.matter = m.key and f.fund_id = :fund)::int as findings
                from matter m left join servicing.loan l on l.id = m.loan_id
                left join access.person maker on maker.id = m.maker_id left join access.person checker on checker.id = m.checker_id)
            select * from listed
            """;
}
