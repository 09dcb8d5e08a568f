package vn.coopfund.reporting;

import static vn.coopfund.reporting.Column.Kind.DONG;
import static vn.coopfund.reporting.Column.Kind.PERCENT;
import static vn.coopfund.reporting.Column.Kind.WORD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.reporting.Report.Desk;
import vn.coopfund.servicing.LoansAsOf;

/**
 * The limits of Decree 45/2021/NĐ-CP art. 23 in use: a customer alone, and with its related persons, against the actual
 * charter capital of the day. Of past days the books know what was lent and the contracts what was signed; what was only
 * approved and who was related is known as of today alone, and the page says so.
 */
@Component
class LimitReports implements ReportShelf {

    private final LoansAsOf loans;
    private final NamedBorrowers names;
    private final Capital capital;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    LimitReports(LoansAsOf loans, NamedBorrowers names, Capital capital, LendingRegulations regulations,
            BusinessDay businessDay, JdbcClient jdbc) {
        this.loans = loans;
        this.names = names;
        this.capital = capital;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    @Override
    public List<Report> reports() {
        return List.of(Report.of("limits", Desk.RISK, Report.LENDERS, Parameter.DAY, Parameter.BORROWER)
                .text("borrower").dong("outstandingAll", "committed", "exposure").add(PERCENT, "ofCapital")
                .add(DONG, "customerLimit", "groupExposure").add(PERCENT, "groupOfCapital").add(DONG, "groupLimit")
                .add(WORD, "verdict").made(this::limits));
    }

    private List<Object[]> limits(ReportWish wish) {
        LocalDate day = wish.to();
        Map<Long, Long> lent = new HashMap<>();
        loans.each(day, loan -> lent.merge(loan.loan().borrowerId(), loan.position().principalOutstanding(), Math::addExact));
        Map<Long, Long> committed = committed(day);
        Map<Long, Long> exposures = new HashMap<>(lent);
        committed.forEach((borrower, amount) -> exposures.merge(borrower, amount, Math::addExact));
        Map<Long, Long> group = groups();
        Map<Long, Long> byGroup = new HashMap<>();
        exposures.forEach((borrower, amount) -> byGroup.merge(group.getOrDefault(borrower, borrower), amount, Math::addExact));

        long base = Math.max(0, Dong.longOf(capital.actualCharterCapital(day)));
        LendingRegulation regulation = regulations.on(day);
        long customerLimit = part(base, regulation.customerLimit());
        long groupLimit = part(base, regulation.groupLimit());
        Map<Long, NamedBorrowers.Named> borrowers = names.byId();
        return exposures.entrySet().stream().filter(one -> one.getValue() != 0)
                .filter(one -> borrowers.get(one.getKey()).holds(wish.borrower()))
                .map(one -> {
                    long whole = byGroup.get(group.getOrDefault(one.getKey(), one.getKey()));
                    return new Object[] {borrowers.get(one.getKey()).name(), lent.getOrDefault(one.getKey(), 0L),
                        committed.getOrDefault(one.getKey(), 0L), one.getValue(), percent(one.getValue(), base), customerLimit,
                        whole, percent(whole, base), groupLimit, "#reporting.word."
                            + (one.getValue() > customerLimit || whole > groupLimit ? "OVER" : "WITHIN")};
                }).sorted(Comparator.comparing((Object[] row) -> -(long) row[3])).toList();
    }

    /** Of today what was promised in all; of a past day what was signed by then and not yet paid out. */
    private Map<Long, Long> committed(LocalDate day) {
        record Part(long borrowerId, long amount) {
        }
        Map<Long, Long> parts = new HashMap<>();
        String sql = day.equals(businessDay.today()) ? """
                select borrower_id, sum(reserved)::bigint as amount from funding.exposure
                where fund_id = :fund and reserved > 0 group by 1""" : """
                select l.borrower_id, sum(l.principal - l.released - coalesce(paid.amount, 0))::bigint as amount
                from servicing.loan l
                left join lateral (select sum(d.amount) as amount from servicing.disbursement d where d.loan_id = l.id
                    and d.paid_on <= :day and (d.returned_on is null or d.return_booked_on > :day)) as paid on true
                where l.fund_id = :fund and l.application_id is not null and l.signed_on <= :day
                  and coalesce(l.cancelled_on, date '9999-01-01') > :day
                  and l.principal - l.released - coalesce(paid.amount, 0) > 0 group by 1""";
        jdbc.sql(sql).param("fund", Actors.current().fundId()).param("day", day).query(Part.class).list()
                .forEach(part -> parts.put(part.borrowerId(), part.amount()));
        return parts;
    }

    /** Who hangs together with whom: each linked borrower by the smallest id of its group. */
    private Map<Long, Long> groups() {
        record Link(long id, long root) {
        }
        Map<Long, Long> groups = new HashMap<>();
        jdbc.sql("""
                with recursive link as (
                    select borrower_a as a, borrower_b as b from cooperatives.related_borrower
                    where fund_id = :fund and ended_at is null
                    union select borrower_b, borrower_a from cooperatives.related_borrower
                    where fund_id = :fund and ended_at is null),
                reached as (select a as id, b as other from link
                            union select r.id, l.b from reached r join link l on l.a = r.other)
                select id, least(id, min(other)) as root from reached group by id""")
                .param("fund", Actors.current().fundId()).query(Link.class).list()
                .forEach(link -> groups.put(link.id(), link.root()));
        return groups;
    }

    private static long part(long base, BigDecimal percent) {
        return BigDecimal.valueOf(base).multiply(percent).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN).longValueExact();
    }

    private static BigDecimal percent(long amount, long base) {
        return base == 0 ? null : BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(base), 2, RoundingMode.HALF_UP);
    }
}
