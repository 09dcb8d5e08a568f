package vn.coopfund.reporting;

import static vn.coopfund.reporting.Column.Kind.COUNT;
import static vn.coopfund.reporting.Column.Kind.DAY;
import static vn.coopfund.reporting.Column.Kind.LOAN;
import static vn.coopfund.reporting.Column.Kind.PERCENT;
import static vn.coopfund.reporting.Column.Kind.WORD;
import static vn.coopfund.reporting.Report.LENDERS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.reporting.Report.Desk;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.servicing.LoansAsOf;

/** What is lent, owed, earned and expected, loan by loan, as the books knew it at the end of a day. */
@Component
class LoanReports implements ReportShelf {

    private static final Set<Role> TURNOVER = EnumSet.copyOf(LENDERS);

    static {
        TURNOVER.add(Role.ALLIANCE_VIEWER);
    }

    private final LoansAsOf loans;
    private final NamedBorrowers names;
    private final JdbcClient jdbc;

    LoanReports(LoansAsOf loans, NamedBorrowers names, JdbcClient jdbc) {
        this.loans = loans;
        this.names = names;
        this.jdbc = jdbc;
    }

    @Override
    public List<Report> reports() {
        return List.of(
                Report.of("loan-balances", Desk.LOANS, LENDERS, Parameter.DAY, Parameter.BORROWER)
                        .text("borrower").add(LOAN, "number").text("contract", "commune").add(DAY, "disbursedOn", "lastDueOn")
                        .dong("drawn", "principal", "principalOverdue", "interestUnpaid", "offBalance")
                        .add(COUNT, "daysPastDue", "officialGroup").made(this::balances),
                Report.of("interest", Desk.LOANS, LENDERS, Parameter.PERIOD, Parameter.BORROWER, Parameter.LOAN)
                        .text("borrower").add(LOAN, "number").add(DAY, "startOn", "endOn").add(COUNT, "days")
                        .add(Column.Kind.DONG, "principalInTerm").add(PERCENT, "rate").add(WORD, "rateUnit").dong("interest").inOrder().made(this::interest),
                Report.of("turnover", Desk.LOANS, TURNOVER, Parameter.PERIOD, Parameter.BY)
                        .add(WORD, "group").count("loans").dong("opening", "lent", "collected", "writtenOff", "closing")
                        .sql(TURNOVER_BY),
                Report.of("forecast", Desk.LOANS, LENDERS, Parameter.DAY)
                        .text("month").dong("principalDue", "interestDue", "receipts").inOrder().made(this::forecast),
                Report.of("overdue", Desk.RISK, LENDERS, Parameter.DAY, Parameter.BORROWER)
                        .text("borrower").add(LOAN, "number").add(DAY, "overdueSince").add(COUNT, "daysPastDue", "officialGroup")
                        .dong("principalOverdue", "interestOverdue", "overdueInterest", "lateInterest", "dueInAll", "principal")
                        .made(this::overdue),
                Report.of("classification", Desk.RISK, LENDERS, Parameter.DAY)
                        .add(DAY, "asOf").text("borrower").add(LOAN, "number").add(COUNT, "daysPastDue", "debtGroup")
                        .dong("principal", "deducted").add(PERCENT, "provisionRate").dong("provisionTarget", "provisionBefore",
                                "provisionChange").sql(CLASSIFICATION));
    }

    /** A loan with its borrower; only those whose borrower's name holds what is asked for. */
    private record Owed(LoansAsOf.Standing loan, NamedBorrowers.Named borrower) {

        LoanPosition at() {
            return loan.position();
        }
    }

    private List<Owed> owed(LocalDate day, ReportWish wish) {
        Map<Long, NamedBorrowers.Named> borrowers = names.byId();
        List<Owed> owed = new ArrayList<>();
        loans.each(day, loan -> {
            NamedBorrowers.Named borrower = borrowers.get(loan.loan().borrowerId());
            if (borrower.holds(wish.borrower()) && (wish.loan() == null || wish.loan() == loan.loan().id())) {
                owed.add(new Owed(loan, borrower));
            }
        });
        owed.sort(Comparator.comparing((Owed one) -> one.borrower().name()).thenComparing(one -> one.loan().loan().number()));
        return owed;
    }

    private List<Object[]> balances(ReportWish wish) {
        Map<Long, Long> groups = groups(wish.to());
        return owed(wish.to(), wish).stream().filter(one -> !one.at().isSettled()).map(one -> {
            LoanPosition at = one.at();
            boolean off = one.loan().chargedOff();
            return new Object[] {one.borrower().name(), one.loan().loan().number(), one.loan().loan().contractNumber(),
                one.borrower().commune(), one.loan().loan().disbursedOn(), last(at), at.disbursed(),
                off ? 0L : at.principalOutstanding(), off ? 0L : overduePrincipal(at, wish.to()),
                off ? 0L : at.interestDue() + at.interestAccrued(), off ? at.principalOutstanding() : 0L,
                (long) at.daysPastDue(), groups.getOrDefault(one.loan().loan().id(), 1L)};
        }).toList();
    }

    private static LocalDate last(LoanPosition at) {
        return at.rows().isEmpty() ? null : at.rows().get(at.rows().size() - 1).dueOn();
    }

    /** Unpaid after its due date; on the due date itself nothing is overdue. */
    private static long overduePrincipal(LoanPosition at, LocalDate day) {
        return late(at, day).mapToLong(RowPosition::principalUnpaid).sum();
    }

    private static Stream<RowPosition> late(LoanPosition at, LocalDate day) {
        return at.rows().stream().filter(row -> row.isUnpaid() && row.dueOn().isBefore(day));
    }

    private List<Object[]> overdue(ReportWish wish) {
        Map<Long, Long> groups = groups(wish.to());
        return owed(wish.to(), wish).stream().filter(one -> one.at().daysPastDue() > 0).map(one -> {
            LoanPosition at = one.at();
            long principal = overduePrincipal(at, wish.to());
            long interest = late(at, wish.to()).mapToLong(RowPosition::interestUnpaid).sum();
            return new Object[] {one.borrower().name(), one.loan().loan().number(),
                at.nextDue().map(RowPosition::dueOn).orElse(null), (long) at.daysPastDue(),
                groups.getOrDefault(one.loan().loan().id(), 1L), principal, interest, at.overdueInterest(), at.lateInterest(),
                principal + interest + at.overdueInterest() + at.lateInterest(), at.principalOutstanding()};
        }).toList();
    }

    /** The official groups as approved for month ends up to the day. */
    private Map<Long, Long> groups(LocalDate day) {
        record Group(long loanId, long debtGroup) {
        }
        return jdbc.sql("""
                select distinct on (g.loan_id) g.loan_id, g.debt_group
                from servicing.official_group g join servicing.loan l on l.id = g.loan_id
                where l.fund_id = ? and g.as_of <= ? order by g.loan_id, g.as_of desc, g.recorded_at desc""")
                .params(Actors.current().fundId(), day).query(Group.class).list().stream()
                .collect(Collectors.toMap(Group::loanId, Group::debtGroup));
    }

    /**
     * In-term interest of the period, a line for each stretch with one balance. Each line is what was earned through its
     * end less what was earned through its start, so that the lines add up to what the books accrue.
     */
    private List<Object[]> interest(ReportWish wish) {
        List<Object[]> lines = new ArrayList<>();
        for (Owed one : owed(wish.to(), wish)) {
            TreeSet<LocalDate> ends = ends(one, wish);
            LocalDate start = wish.from().minusDays(1);
            LoanPosition before = one.loan().running().atClose(start);
            for (LocalDate end : ends) {
                LoanPosition after = one.loan().running().atClose(end);
                long earned = after.interestEarned() - before.interestEarned();
                if (earned != 0) {
                    lines.add(new Object[] {one.borrower().name(), one.loan().loan().number(), start, end,
                        ChronoUnit.DAYS.between(start, end),
                        before.principalOutstanding() - before.principalDue(), one.loan().loan().conventions().rate(),
                        "#reporting.word." + one.loan().loan().conventions().rateUnit(), earned});
                }
                start = end;
                before = after;
            }
        }
        return lines;
    }

    /** The days of the period after which the balance may be another: due dates, and each day on which money moved. */
    private static TreeSet<LocalDate> ends(Owed one, ReportWish wish) {
        TreeSet<LocalDate> ends = new TreeSet<>();
        one.at().rows().forEach(row -> ends.add(row.dueOn()));
        one.loan().facts().forEach(fact -> ends.add(fact.on()));
        ends.add(wish.to());
        return new TreeSet<>(ends.subSet(wish.from(), true, wish.to(), true));
    }

    /** What falls due month by month, on the schedules as they stand that day; what is late comes first. */
    private List<Object[]> forecast(ReportWish wish) {
        Map<String, long[]> months = new TreeMap<>();
        loans.each(wish.to(), loan -> {
            if (!loan.chargedOff()) {
                loan.position().rows().stream().filter(RowPosition::isUnpaid).forEach(row -> {
                    String month = row.dueOn().isAfter(wish.to()) ? row.dueOn().toString().substring(0, 7) : "";
                    long[] sums = months.computeIfAbsent(month, key -> new long[2]);
                    sums[0] += row.principalUnpaid();
                    sums[1] += row.interestUnpaid();
                });
            }
        });
        return months.entrySet().stream().map(month -> new Object[] {month.getKey().isEmpty() ? "≤ " + wish.to() : month.getKey(),
            month.getValue()[0], month.getValue()[1], month.getValue()[0] + month.getValue()[1]}).toList();
    }

    /** A reversal counts against what it reverses; a loan taken on counts as lent here. */
    private static final String TURNOVER_BY = """
            with moved as (
                select p.loan_id, p.booked_on, p.debit - p.credit as change,
                       case when e.source_fact ~ '(^|:)(disbursement|taken-on):' then 'LENT'
                            when e.source_fact ~ '(^|:)charge-off:' then 'WRITTEN_OFF' else 'COLLECTED' end as what
                from ledger.posting p join ledger.entry e on e.id = p.entry_id and e.booked_on = p.booked_on
                where p.fund_id = :fund and p.account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal'))::text[]) and p.booked_on <= :to),
            loan as (
                select l.id, case :by
                    when 'SECTOR' then coalesce(nullif(a.sector, ''), nullif(b.line_of_business, ''), '–')
                    when 'COMMUNE' then coalesce(c.name, '–')
                    when 'KIND' then '#reporting.word.' || b.kind
                    else case when last.due_on <= coalesce(l.disbursed_on, l.planned_on) + interval '12 months' then '#reporting.word.SHORT'
                              when last.due_on <= coalesce(l.disbursed_on, l.planned_on) + interval '60 months' then '#reporting.word.MEDIUM'
                              else '#reporting.word.LONG' end end as name
                from servicing.loan l join cooperatives.borrower b on b.id = l.borrower_id
                left join cooperatives.commune c on c.code = b.commune_code
                left join origination.application a on a.id = l.application_id
                left join lateral (select max(r.due_on) as due_on from servicing.schedule_row r
                                   where r.loan_id = l.id and r.version = 1) as last on true
                where l.fund_id = :fund)
            select loan.name, count(distinct loan.id),
                   coalesce(sum(change) filter (where booked_on < :from), 0)::bigint,
                   coalesce(sum(change) filter (where booked_on >= :from and what = 'LENT'), 0)::bigint,
                   coalesce(-sum(change) filter (where booked_on >= :from and what = 'COLLECTED'), 0)::bigint,
                   coalesce(-sum(change) filter (where booked_on >= :from and what = 'WRITTEN_OFF'), 0)::bigint,
                   sum(change)::bigint
            from moved join loan on loan.id = moved.loan_id group by loan.name order by loan.name""";

    /**
     * The last month end up to the day; a group that the authority set instead counts. The general provision, which no
     * loan has, is a row of its own, so that the total is what account 2293 has once the run is confirmed.
     */
    private static final String CLASSIFICATION = """
            with run as (
                select r.id, r.as_of, v.id as provision_id, v.general_target, v.general_before
                from servicing.classification_run r
                left join risk.provision_run v on v.fund_id = r.fund_id and v.as_of = r.as_of and v.state <> 'REJECTED'
                where r.fund_id = :fund and r.as_of = (select max(last.as_of) from servicing.classification_run last
                    where last.fund_id = :fund and last.as_of <= :to))
            select as_of, borrower, number, days_past_due, debt_group, principal, deducted, rate, target, before, target - before
            from (
                select 1 as part, run.as_of, b.name as borrower, l.number, c.days_past_due,
                       coalesce(o.debt_group, c.debt_group) as debt_group, c.principal, coalesce(p.deducted, 0) as deducted,
                       p.rate, coalesce(p.target, 0) as target, coalesce(p.before, 0) as before
                from run join servicing.classification c on c.run_id = run.id
                join servicing.loan l on l.id = c.loan_id join cooperatives.borrower b on b.id = c.borrower_id
                left join lateral (select v.debt_group from servicing.classification_override v
                    where v.run_id = c.run_id and v.loan_id = c.loan_id order by v.turn desc limit 1) as o on true
                left join risk.provision_line p on p.run_id = run.provision_id and p.loan_id = c.loan_id
                union all
                select 2, as_of, :general, null, null, null, null, null, null, general_target, general_before
                from run where provision_id is not null) as line
            order by part, debt_group desc, principal desc, number""";
}
