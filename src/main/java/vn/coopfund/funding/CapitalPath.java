package vn.coopfund.funding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;

/** The way to a term's target: what stood on each source at the end of each month. */
@Component
public class CapitalPath {

    private final JdbcClient jdbc;
    private final CapitalSources sources;
    private final BusinessDay businessDay;

    CapitalPath(JdbcClient jdbc, CapitalSources sources, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.businessDay = businessDay;
    }

    /**
     * The end of a month, or today in the month that runs.
     *
     * @param bySource đồng by the source's id; a source on which nothing ever stood is left out
     * @param charter  charter capital: the sum of those that count
     * @param missing  to the target; 0 once it is reached
     */
    public record Month(LocalDate on, Map<Long, Long> bySource, long charter, long missing) {
    }

    /** From the term's first month to its last or the present one. */
    public List<Month> of(Term term) {
        Map<YearMonth, Map<Long, Long>> moved = moved();
        LocalDate today = businessDay.today();
        LocalDate last = today.isAfter(term.to()) ? term.to() : today;
        long target = Dong.longOf(term.capitalTarget());
        Map<Long, Long> standing = new HashMap<>();
        moved.forEach((month, parts) -> {
            if (month.isBefore(YearMonth.from(term.from()))) {
                parts.forEach((source, amount) -> standing.merge(source, amount, Long::sum));
            }
        });
        List<CapitalSource> counting = sources.all().stream().filter(CapitalSource::countsAsCharterCapital).toList();
        List<Month> path = new ArrayList<>();
        for (YearMonth month = YearMonth.from(term.from()); !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
            moved.getOrDefault(month, Map.of()).forEach((source, amount) -> standing.merge(source, amount, Long::sum));
            long charter = counting.stream().mapToLong(source -> standing.getOrDefault(source.id(), 0L)).sum();
            LocalDate end = month.atEndOfMonth();
            path.add(new Month(end.isAfter(last) ? last : end, Map.copyOf(standing), charter, Math.max(0, target - charter)));
        }
        return path;
    }

    private Map<YearMonth, Map<Long, Long>> moved() {
        Map<YearMonth, Map<Long, Long>> months = new java.util.TreeMap<>();
        jdbc.sql("""
                select date_trunc('month', booked_on)::date as month, capital_source_id as source,
                       sum(credit - debit)::bigint as amount
                from ledger.posting where fund_id = :fund and account = any ((select ledger.accounts(:fund, 'capital.in', 'owner')
                    || ledger.accounts(:fund, 'capital.in', 'other') || ledger.accounts(:fund, 'entrusted.in', 'source'))::text[])
                and capital_source_id is not null and booked_on <= :day group by 1, 2""")
                .param("fund", Actors.current().fundId()).param("day", businessDay.today()).query(row -> {
                    months.computeIfAbsent(YearMonth.from(row.getObject("month", LocalDate.class)), month -> new HashMap<>())
                            .put(row.getLong("source"), row.getLong("amount"));
                });
        return months;
    }
}
