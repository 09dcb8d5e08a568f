package vn.coopfund.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** The lines of statements. */
@Component
public class Lines {

    /** The columns by which the list is ordered, as its address names them. */
    public static final Map<String, String> COLUMNS = Map.of("day", "l.paid_on", "amount", "l.amount",
            "content", "l.content", "reference", "l.reference", "state", "s.state", "open", "abs(s.open)");

    private static final String SELECT = "select l.*, s.in_books, s.unknown, s.waiting, s.open, s.state ";
    private static final String FROM = """
            from treasury.statement_line l join treasury.line_standing s on s.line_id = l.id
            where l.fund_id = :fund and (:account::bigint is null or l.bank_account_id = :account)
              and (:statement::bigint is null or l.statement_id = :statement)
              and (:state::text is null or s.state = :state) and (not :todo or s.state in ('NEW', 'UNKNOWN', 'PARTLY'))
              and (:from::date is null or l.paid_on >= :from) and (:to::date is null or l.paid_on <= :to)
              and (:text = '' or l.folded like '%' || :text || '%' or upper(l.reference) like '%' || :text || '%'
                   or abs(l.amount)::text = :text)""";

    private final JdbcClient jdbc;
    private final JdbcClient cursor;

    Lines(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        JdbcTemplate rows = new JdbcTemplate(dataSource);
        rows.setFetchSize(1000);
        this.cursor = JdbcClient.create(rows);
    }

    /**
     * What narrows the list; null narrows nothing.
     *
     * @param todo only lines of which something has no owner yet
     */
    public record Filter(Long account, Long statement, Line.State state, boolean todo, LocalDate from, LocalDate to, String text) {
    }

    /** The page asked for, and the sums over all that the filter lets through, đồng. */
    public record Listed(PageOf<Line> page, long in, long out, long open) {
    }

    @Transactional(readOnly = true)
    public Listed list(Filter filter, SortBy sort, PageOf.Wish wish) {
        Map<String, Object> params = params(filter);
        List<Line> items = jdbc.sql(SELECT + FROM + sort.orderBy("l.id") + "limit " + wish.size() + " offset " + wish.offset())
                .params(params).query(Lines::read).list();
        return jdbc.sql("select count(*) as n, coalesce(sum(l.amount) filter (where l.amount > 0), 0)::bigint as money_in, "
                + "coalesce(-sum(l.amount) filter (where l.amount < 0), 0)::bigint as money_out, "
                + "coalesce(sum(s.open), 0)::bigint as open " + FROM).params(params)
                .query((row, number) -> new Listed(new PageOf<>(items, wish.page(), wish.size(), row.getLong("n")),
                        row.getLong("money_in"), row.getLong("money_out"), row.getLong("open"))).single();
    }

    /** Hands over all of them, row by row through a cursor. */
    @Transactional(readOnly = true)
    public void each(Filter filter, SortBy sort, Consumer<Line> reader) {
        try (Stream<Line> all = cursor.sql(SELECT + FROM + sort.orderBy("l.id")).params(params(filter)).query(Lines::read).stream()) {
            all.forEach(reader);
        }
    }

    @Transactional(readOnly = true)
    public Line byId(long id) {
        return jdbc.sql(SELECT + "from treasury.statement_line l join treasury.line_standing s on s.line_id = l.id "
                + "where l.fund_id = ? and l.id = ?").params(Actors.current().fundId(), id).query(Lines::read).optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Held until the transaction ends: whoever matches the same line waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    Line lock(long id) {
        jdbc.sql("select 1 from treasury.statement_line where id = ? and fund_id = ? for update")
                .params(id, Actors.current().fundId()).query(Integer.class).optional().orElseThrow(Refusal::notFound);
        return byId(id);
    }

    /** Each is posted with an entry of its own: more at once would keep the page waiting for minutes. */
    static final int MOST_PARKED = 2_000;

    /** Money in by that day of which something is not in the books, oldest first, as much as one act posts. */
    @Transactional(readOnly = true)
    public List<Long> toPark(long account, LocalDate through) {
        return jdbc.sql("""
                select l.id from treasury.statement_line l join treasury.line_standing s on s.line_id = l.id
                where l.fund_id = ? and l.bank_account_id = ? and l.paid_on <= ? and l.amount > 0 and l.amount <> s.in_books
                order by l.paid_on, l.id limit ?""").params(Actors.current().fundId(), account, through, MOST_PARKED)
                .query(Long.class).list();
    }

    private static Map<String, Object> params(Filter filter) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("fund", Actors.current().fundId());
        params.put("account", filter.account());
        params.put("statement", filter.statement());
        params.put("state", filter.state() == null ? null : filter.state().name());
        params.put("todo", filter.todo());
        params.put("from", filter.from());
        params.put("to", filter.to());
        params.put("text", BankLine.folded(SearchText.of(filter.text())));
        return params;
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("id"), row.getLong("bank_account_id"), row.getLong("statement_id"),
                row.getInt("row_number"), row.getObject("paid_on", LocalDate.class), row.getLong("amount"),
                row.getObject("balance", Long.class), row.getString("content"), row.getString("reference"),
                row.getLong("in_books"), row.getLong("unknown"), row.getLong("waiting"), row.getLong("open"),
                Line.State.valueOf(row.getString("state")));
    }
}
