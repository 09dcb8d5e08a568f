package vn.coopfund.reporting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/**
 * Rows of reports that are one question. Its parameters are {@code fund, from, to, first} (of the year of {@code to}),
 * {@code account, loan, borrower, by, english} and the words {@code opening} and
 * {@code general}.
 */
@Component
class ReportRows {

    private final NamedParameterJdbcTemplate jdbc;
    private final Texts texts;

    ReportRows(DataSource dataSource, Texts texts) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.texts = texts;
    }

    void each(Report.Rows.Sql sql, Report report, ReportWish wish, Consumer<Object[]> reader) {
        List<Column> columns = report.columns();
        int places = columns.size() + sql.hidden();
        CopiedRows.each(jdbc.getJdbcOperations(), sql.text(), parameters(wish), row -> {
            Object[] cells = new Object[places];
            for (int i = 0; i < places; i++) {
                cells[i] = row.next(kind(columns, i));
            }
            reader.accept(cells);
        });
    }

    ReportPage page(Report.Rows.Sql sql, Report report, ReportWish wish, SortBy order, PageOf.Wish page) {
        List<Column> columns = report.columns();
        int places = columns.size() + sql.hidden();
        Map<String, Object> parameters = parameters(wish);
        parameters.put("size", page.size());
        parameters.put("offset", page.offset());
        Object[] sums = jdbc.queryForObject("select count(*)" + columns.stream().map(column -> column.isSummed()
                        ? ", coalesce(sum(c" + (column.adds() + 1) + "), 0)::bigint" : ", null::bigint")
                .collect(Collectors.joining()) + from(sql, places), parameters, (row, number) ->
                numbers(row, columns.size() + 1));
        String text = order == null ? sql.text() + " limit :size offset :offset"
                : "select *" + from(sql, places) + order.orderBy("c1") + "limit :size offset :offset";
        List<Object[]> rows = jdbc.query(text, parameters, (row, number) -> cells(row, columns, places));
        return new ReportPage(new PageOf<>(rows, page.page(), page.size(), (long) sums[0]),
                java.util.Arrays.copyOfRange(sums, 1, sums.length));
    }

    long count(Report.Rows.Sql sql, ReportWish wish) {
        return jdbc.queryForObject("select count(*) from (" + sql.text() + ") as report", parameters(wish), Long.class);
    }

    private static String from(Report.Rows.Sql sql, int places) {
        return " from (" + sql.text() + ") as report(" + IntStream.rangeClosed(1, places).mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", ")) + ")";
    }

    private Map<String, Object> parameters(ReportWish wish) {
        Map<String, Object> all = new HashMap<>();
        all.put("fund", Actors.current().fundId());
        all.put("from", wish.from());
        all.put("to", wish.to());
        all.put("first", wish.to().withDayOfYear(1));
        all.put("account", wish.account());
        all.put("loan", wish.loan());
        all.put("borrower", wish.borrower());
        all.put("by", wish.by() == null ? null : wish.by().name());
        all.put("english", wish.english());
        all.put("opening", texts.in(wish.locale(), "reporting.opening"));
        all.put("general", texts.in(wish.locale(), "reporting.general-provision"));
        return all;
    }

    private static Object[] cells(ResultSet row, List<Column> columns, int places) throws SQLException {
        Object[] cells = new Object[places];
        for (int i = 0; i < places; i++) {
            cells[i] = switch (kind(columns, i)) {
                case DONG, COUNT -> number(row, i + 1);
                case DAY -> row.getObject(i + 1, LocalDate.class);
                case PERCENT -> percent(row.getBigDecimal(i + 1));
                default -> row.getString(i + 1);
            };
        }
        return cells;
    }

    /** Hidden places hold đồng. */
    private static Column.Kind kind(List<Column> columns, int place) {
        return place < columns.size() ? columns.get(place).kind() : Column.Kind.DONG;
    }

    private static Object[] numbers(ResultSet row, int places) throws SQLException {
        Object[] numbers = new Object[places];
        for (int i = 0; i < places; i++) {
            numbers[i] = number(row, i + 1);
        }
        return numbers;
    }

    private static Object number(ResultSet row, int place) throws SQLException {
        long number = row.getLong(place);
        return row.wasNull() ? null : number;
    }

    private static BigDecimal percent(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
