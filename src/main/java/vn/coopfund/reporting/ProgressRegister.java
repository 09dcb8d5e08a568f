package vn.coopfund.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.Term;
import vn.coopfund.money.Dong;

/** Funded projects and charter capital, counted from disbursements and postings each time they are asked for. */
@Component
@Transactional(readOnly = true)
public class ProgressRegister {

    private final JdbcClient jdbc;
    private final Capital capital;
    private final BusinessDay businessDay;

    ProgressRegister(JdbcClient jdbc, Capital capital, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.capital = capital;
        this.businessDay = businessDay;
    }

    public Progress of(Term term) {
        LocalDate today = businessDay.today();
        long funded = bind("select count(*)" + FUNDED, term).query(Long.class).single();
        return new Progress(new Progress.Span(term.name(), term.from(), term.to()),
                new Progress.Projects(term.projectsTarget(), funded),
                new Progress.CapitalReached(term.capitalTarget(), capital.charterCapital(today),
                        capital.actualCharterCapital(today),
                        today.isAfter(term.to()) ? capital.charterCapital(term.to()) : null), today);
    }

    /**
     * The loans behind the count, in the order of their first disbursement. Who is not of the staff reads of a personal
     * borrower the cooperative or group only.
     */
    public List<ProjectLine> projects(Term term) {
        Actor actor = Actors.current();
        return bind("""
                select l.id::text as loan, l.number, l.project_name, first_on, l.principal,
                       case when b.kind = 'PERSON' and not :named then coalesce(b.member_of, '') else b.name end as cooperative
                """ + FUNDED + " order by first_on, l.id", term).param("named", actor.isStaff() || actor.isSystem())
                .query((row, number) -> new ProjectLine(row.getString("loan"), row.getString("number"),
                        row.getString("cooperative"), row.getString("project_name"),
                        row.getObject("first_on", LocalDate.class), Dong.of(row.getLong("principal")))).list();
    }

    /** The day of the first entry in the books: years before have no figures here. */
    public Optional<LocalDate> booksSince() {
        return jdbc.sql("select min(booked_on) from ledger.entry where fund_id = ? having min(booked_on) is not null")
                .param(Actors.current().fundId()).query(LocalDate.class).optional();
    }

    /** First disbursements by the year in which they fall. */
    public Map<Integer, Long> projectsByYear(Term term) {
        Map<Integer, Long> years = new TreeMap<>();
        bind("select extract(year from first_on)::int, count(*)" + FUNDED + " group by 1", term)
                .query(row -> {
                    years.put(row.getInt(1), row.getLong(2));
                });
        return years;
    }

    /** The movements behind the charter capital, in the order of the books; their sum is the charter capital. */
    public List<CapitalLine> capital(Locale locale) {
        return jdbc.sql("""
                select s.code, case when :english then s.name_en else s.name_vi end as name, p.credit - p.debit as amount,
                       e.value_date, e.booked_on, coalesce(c.decision, e.text) as decision, e.id::text as entry
                from ledger.posting p
                join ledger.entry e on e.id = p.entry_id and e.booked_on = p.booked_on
                join funding.capital_source s on s.id = p.capital_source_id and s.charter and s.own
                left join funding.contribution c on c.entry_id = e.id
                where p.fund_id = :fund and p.account = any ((select ledger.accounts(:fund, 'capital.in', 'owner')
                        || ledger.accounts(:fund, 'capital.in', 'other'))::text[]) and p.booked_on <= :today
                order by e.booked_on, e.id, p.line_number""")
                .param("english", "en".equals(locale.getLanguage())).param("fund", Actors.current().fundId())
                .param("today", businessDay.today())
                .query((row, number) -> new CapitalLine(row.getString("code"), row.getString("name"),
                        Dong.of(row.getLong("amount")), row.getObject("value_date", LocalDate.class),
                        row.getObject("booked_on", LocalDate.class), row.getString("decision"), row.getString("entry")))
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, Term term) {
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("from", term.from()).param("to", term.to())
                .param("today", businessDay.today());
    }

    /** A disbursement that was returned is no longer paid, and so a loan may leave the count. */
    private static final String FUNDED = """
            \sfrom servicing.loan l
            join (select loan_id, min(paid_on) as first_on
                  from (select loan_id, paid_on from servicing.disbursement where state = 'PAID'
                        union all select loan_id, first_disbursed_on from servicing.taken_on) as lent
                  group by loan_id) as paid on paid.loan_id = l.id
            join cooperatives.borrower b on b.id = l.borrower_id
            where l.fund_id = :fund and first_on between :from and :to and first_on <= :today""";
}
