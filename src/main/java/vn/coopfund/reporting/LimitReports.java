package vn.coopfund.reporting;

import static vn.coopfund.reporting.Column.Kind.DONG;
import static vn.coopfund.reporting.Column.Kind.PERCENT;
import static vn.coopfund.reporting.Column.Kind.WORD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
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

    private static final Set<Role> READERS = EnumSet.copyOf(Report.LENDERS);

    static {
        READERS.add(Role.APPRAISER);
    }

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
        return List.of(Report.of("limits", Desk.RISK, READERS, Parameter.DAY, Parameter.BORROWER)
                .text("borrower").dong("outstandingAll", "committed", "exposure").add(PERCENT, "ofCapital")
                .add(DONG, "customerLimit").text("relatedTo").add(DONG, "groupExposure").add(PERCENT, "groupOfCapital")
                .add(DONG, "groupLimit", "left").add(WORD, "verdict").made(this::limits));
    }

    private List<Object[]> limits(ReportWish wish) {
        LocalDate day = wish.to();
        Map<Long, Long> lent = new HashMap<>();
        loans.each(day, loan -> lent.merge(loan.loan().borrowerId(), loan.position().principalOutstanding(), Math::addExact));
        Map<Long, Long> committed = committed(day);
        Map<Long, Long> exposures = new HashMap<>(lent);
        committed.forEach((borrower, amount) -> exposures.merge(borrower, amount, Math::addExact));
        Map<Long, Long> group = groups();
        Map<Long, List<Long>> byGroup = exposures.keySet().stream().filter(id -> exposures.get(id) != 0)
                .collect(Collectors.groupingBy(id -> top(group, id)));
        long base = Math.max(0, Dong.longOf(capital.actualCharterCapital(day)));
        LendingRegulation regulation = regulations.on(day);
        long customerLimit = part(base, regulation.customerLimit());
        long groupLimit = part(base, regulation.groupLimit());
        Map<Long, NamedBorrowers.Named> borrowers = names.byId();
        return exposures.entrySet().stream().filter(one -> one.getValue() != 0)
                .filter(one -> borrowers.get(one.getKey()).holds(wish.borrower()))
                .map(one -> {
                    List<Long> together = byGroup.get(top(group, one.getKey()));
                    long whole = together.stream().mapToLong(exposures::get).sum();
                    String others = together.stream().filter(id -> !id.equals(one.getKey())).map(id -> borrowers.get(id).name())
                            .sorted().collect(Collectors.joining("; "));
                    long left = Math.min(customerLimit - one.getValue(), groupLimit - whole);
                    return new Object[] {borrowers.get(one.getKey()).name(), lent.getOrDefault(one.getKey(), 0L),
                        committed.getOrDefault(one.getKey(), 0L), one.getValue(), percent(one.getValue(), base), customerLimit,
                        others.isEmpty() ? null : others, whole, percent(whole, base), groupLimit, left,
                        "#reporting.word." + (left < 0 ? "OVER" : "WITHIN")};
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

    /**
     * Who hangs together, also through borrowers who owe nothing: linked, or represented by one person. Each leads to another
     * of its group, the last to none.
     */
    private Map<Long, Long> groups() {
        Map<Long, Long> leader = new HashMap<>();
        jdbc.sql("""
                select borrower_a as a, borrower_b as b from cooperatives.related_borrower where fund_id = :fund and ended_at is null
                union all
                select one.borrower_id, min(other.borrower_id) from cooperatives.representative one
                join cooperatives.representative other on other.citizen_number = one.citizen_number
                join cooperatives.borrower b on b.id = one.borrower_id and b.fund_id = :fund group by one.borrower_id""")
                .param("fund", Actors.current().fundId()).query(tie -> {
                    leader.put(top(leader, tie.getLong("a")), top(leader, tie.getLong("b")));
                });
        return leader;
    }

    private static long top(Map<Long, Long> leader, long id) {
        long at = id;
        while (leader.getOrDefault(at, at) != at) {
            at = leader.get(at);
        }
        return at;
    }

    private static long part(long base, BigDecimal percent) {
        return BigDecimal.valueOf(base).multiply(percent).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN).longValueExact();
    }

    private static BigDecimal percent(long amount, long base) {
        return base == 0 ? null : BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(base), 2, RoundingMode.HALF_UP);
    }
}
