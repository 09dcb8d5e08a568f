package vn.coopfund.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;

/** The limits of 15 % a customer and 25 % with related persons, as promised and lent today. */
@Component
@Transactional(readOnly = true)
public class LimitsInUse {

    private final JdbcClient jdbc;
    private final Capital capital;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    LimitsInUse(JdbcClient jdbc, Capital capital, LendingRegulations regulations, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.capital = capital;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /**
     * @param base      the actual charter capital of today
     * @param customers those with anything in use, the greatest first
     * @param groups    those of more than one borrower, likewise
     */
    public record Today(LocalDate on, long base, BigDecimal customerPercent, BigDecimal groupPercent, List<LimitUse> customers,
            List<LimitUse> groups) {
    }

    public Today today() {
        LocalDate today = businessDay.today();
        LendingRegulation regulation = regulations.on(today);
        long base = Math.max(0, Dong.longOf(capital.actualCharterCapital(today)));
        List<Row> rows = jdbc.sql("""
                select b.id, b.name, sum(e.reserved)::bigint as reserved, sum(e.outstanding)::bigint as outstanding
                from funding.exposure e join cooperatives.borrower b on b.id = e.borrower_id
                where e.fund_id = ? and e.reserved + e.outstanding > 0 group by b.id, b.name""")
                .param(Actors.current().fundId()).query(Row.class).list();
        long customerLimit = percentOf(base, regulation.customerLimit());
        long groupLimit = percentOf(base, regulation.groupLimit());
        return new Today(today, base, regulation.customerLimit(), regulation.groupLimit(),
                greatestFirst(rows.stream().map(row -> use(List.of(row), customerLimit)).toList()),
                greatestFirst(groups(rows).stream().filter(group -> group.size() > 1).map(group -> use(group, groupLimit)).toList()));
    }

    private record Row(long id, String name, long reserved, long outstanding) {
    }

    private static LimitUse use(List<Row> rows, long limit) {
        return new LimitUse(rows.stream().map(row -> new LimitUse.Member(row.id(), row.name(), row.reserved() + row.outstanding()))
                .sorted(Comparator.comparing(LimitUse.Member::inUse).reversed()).toList(),
                rows.stream().mapToLong(Row::reserved).sum(), rows.stream().mapToLong(Row::outstanding).sum(), limit);
    }

    private static List<LimitUse> greatestFirst(List<LimitUse> uses) {
        return uses.stream().sorted(Comparator.comparing(LimitUse::inUse).reversed()).toList();
    }

    /** Who hangs together by links or by one representative, also through borrowers who owe nothing. */
    private List<List<Row>> groups(List<Row> rows) {
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
        return new ArrayList<>(rows.stream().collect(Collectors.groupingBy(row -> top(leader, row.id()))).values());
    }

    private static long top(Map<Long, Long> leader, long id) {
        long at = id;
        while (leader.getOrDefault(at, at) != at) {
            at = leader.get(at);
        }
        return at;
    }

    /** Rounded down: a limit is not exceeded by a fraction of a đồng. */
    private static long percentOf(long base, BigDecimal percent) {
        return BigDecimal.valueOf(base).multiply(percent).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN).longValueExact();
    }
}
