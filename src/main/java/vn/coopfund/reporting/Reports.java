package vn.coopfund.reporting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** All reports: who may read which, their rows one by one or a page of them, and their totals, all of one moment. */
@Component
public class Reports {

    private final Map<String, Report> byCode;
    private final ReportRows rows;

    Reports(List<ReportShelf> shelves, ReportRows rows) {
        this.byCode = shelves.stream().flatMap(shelf -> shelf.reports().stream())
                .collect(Collectors.toMap(Report::code, report -> report, (a, b) -> {
                    throw new IllegalStateException("two reports are called " + a.code());
                }, java.util.LinkedHashMap::new));
        this.rows = rows;
    }

    /** Those that the actor reads, in the order of the list. */
    public List<Report> mine() {
        return byCode.values().stream().filter(report -> report.readers().stream().anyMatch(Actors.current()::is))
                .sorted(Comparator.comparing(Report::desk)).toList();
    }

    /** @throws Refusal where there is no such report; a reader of others is told who may */
    public Report named(String code) {
        Report report = byCode.get(code);
        if (report == null) {
            throw Refusal.notFound();
        }
        if (!Actors.current().isSystem() && report.readers().stream().noneMatch(Actors.current()::is)) {
            throw new NotAllowed(report.readers().stream().sorted().toList());
        }
        return report;
    }

    /** Every row in order, then the total line. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Object[] each(Report report, ReportWish wish, Consumer<Object[]> reader) {
        Adder adder = new Adder(report.columns());
        Consumer<Object[]> both = row -> {
            adder.add(row);
            reader.accept(row);
        };
        if (report.rows() instanceof Report.Rows.Sql sql) {
            rows.each(sql, report, wish, both);
        } else {
            made(report, wish).forEach(both);
        }
        return adder.total();
    }

    /** @param sort a column's name, with {@code -} before it from the highest; null for the report's own order */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportPage page(Report report, ReportWish wish, String sort, PageOf.Wish page) {
        SortBy order = order(report, sort);
        if (report.rows() instanceof Report.Rows.Sql sql) {
            return rows.page(sql, report, wish, order, page);
        }
        List<Object[]> all = made(report, wish);
        Adder adder = new Adder(report.columns());
        all.forEach(adder::add);
        Stream<Object[]> sorted = order == null ? all.stream() : all.stream().sorted(by(order));
        return new ReportPage(PageOf.of(sorted.toList(), page), adder.total());
    }

    @Transactional(readOnly = true)
    public long count(Report report, ReportWish wish) {
        return report.rows() instanceof Report.Rows.Sql sql ? rows.count(sql, wish) : made(report, wish).size();
    }

    private static List<Object[]> made(Report report, ReportWish wish) {
        return ((Report.Rows.Made) report.rows()).by().apply(wish);
    }

    /** The column is named by its place, {@code c1} and so on. */
    private static SortBy order(Report report, String sort) {
        if (sort == null || !report.sorted()) {
            return null;
        }
        Map<String, String> places = new HashMap<>();
        IntStream.range(0, report.columns().size()).forEach(i -> places.put(report.columns().get(i).name(), "c" + (i + 1)));
        String plain = sort.startsWith("-") ? sort.substring(1) : sort;
        return places.containsKey(plain) ? SortBy.of(sort, sort, places) : null;
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object[]> by(SortBy order) {
        int place = Integer.parseInt(order.sql().substring(1)) - 1;
        Comparator<Comparable<Object>> ascending = Comparator.naturalOrder();
        return Comparator.comparing(row -> (Comparable<Object>) row[place],
                Comparator.nullsLast(order.descending() ? ascending.reversed() : ascending));
    }

    /** Adds up columns; sums of đồng that leave a long are an error, never wrong. */
    private static final class Adder {

        private final int[] adds;
        private final long[] sums;

        Adder(List<Column> columns) {
            adds = columns.stream().mapToInt(Column::adds).toArray();
            sums = new long[adds.length];
        }

        void add(Object[] row) {
            for (int i = 0; i < adds.length; i++) {
                if (adds[i] != Column.NOTHING && row[adds[i]] instanceof Number number) {
                    sums[i] = Math.addExact(sums[i], number.longValue());
                }
            }
        }

        Object[] total() {
            Object[] total = new Object[adds.length];
            Arrays.setAll(total, i -> adds[i] == Column.NOTHING ? null : (Object) sums[i]);
            return total;
        }
    }
}
