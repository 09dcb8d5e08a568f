package vn.coopfund.cooperatives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** Finds borrowers: words without tone marks, a filter, an order. */
@Component
public class BorrowerSearch {

    private static final Map<String, String> COLUMNS = Map.of("name", "b.search_text", "number", "b.number",
            "commune", "c.name", "registered", "b.registered_on");

    private static final String CONSENTED = """
            exists (select 1 from cooperatives.consent x
                    where x.borrower_id = b.id and x.withdrawn_at is null and x.citizen_number = r.citizen_number)""";

    private final JdbcClient jdbc;
    private final BorrowerSight sight;

    BorrowerSearch(JdbcClient jdbc, BorrowerSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** How far a file is. */
    public enum State { COMPLETE, INCOMPLETE, NO_CONSENT }

    /** What is looked for; null is anything. Words are looked for in names, addresses and lines of business. */
    public record Wish(String q, BorrowerKind kind, State state) {
    }

    /** One borrower in a list; {@code number} is masked as in {@link BorrowerView}. */
    public record Row(long id, BorrowerKind kind, String name, String number, String commune, String representativeName,
            boolean memberOfAlliance, boolean profileComplete, boolean consentGiven, LocalDate registeredOn) {
    }

    /** The order that an address names, {@code name} where it names none; {@code -} before it turns it round. */
    public static SortBy sort(String wish) {
        return SortBy.of(wish, "name", COLUMNS);
    }

    @Transactional(readOnly = true)
    public PageOf<Row> page(Wish wish, SortBy sort, PageOf.Wish page) {
        List<Object> params = new ArrayList<>();
        String from = from(wish, params);
        long total = jdbc.sql("select count(*) " + from).params(params).query(Long.class).single();
        List<Row> rows = jdbc.sql(select(from, sort) + " limit " + page.size() + " offset " + page.offset())
                .params(params).query(this::row).list();
        return new PageOf<>(rows, page.page(), page.size(), total);
    }

    /** Hands over all that are found, one by one. */
    @Transactional(readOnly = true)
    public void each(Wish wish, SortBy sort, Consumer<Row> taker) {
        List<Object> params = new ArrayList<>();
        String from = from(wish, params);
        try (Stream<Row> rows = jdbc.sql(select(from, sort)).params(params).query(this::row).stream()) {
            rows.forEach(taker);
        }
    }

    private static String select(String from, SortBy sort) {
        return "select b.id, b.kind, b.name, b.number, c.name as commune, r.name as representative, b.alliance_member_since, "
                + "b.complete, " + CONSENTED + " as consented, b.registered_on " + from + sort.orderBy("b.id");
    }

    private String from(Wish wish, List<Object> params) {
        StringBuilder sql = new StringBuilder("""
                from cooperatives.borrower b
                left join cooperatives.representative r on r.borrower_id = b.id
                left join cooperatives.commune c on c.code = b.commune_code
                where b.fund_id = ?""");
        params.add(Actors.current().fundId());
        if (wish.kind() != null) {
            sql.append(" and b.kind = ?");
            params.add(wish.kind().name());
        }
        if (wish.state() != null) {
            sql.append(switch (wish.state()) {
                case COMPLETE -> " and b.complete";
                case INCOMPLETE -> " and not b.complete";
                case NO_CONSENT -> " and not " + CONSENTED;
            });
        }
        words(wish.q(), sql, params);
        return sql.toString();
    }

    /** A whole citizen number finds its person, but only for those who may see it. */
    private void words(String q, StringBuilder sql, List<Object> params) {
        if (q != null && CitizenNumber.isValid(q.strip()) && sight.seesAllNumbers(Actors.current())) {
            sql.append(" and ? in (b.number, r.citizen_number)");
            params.add(q.strip());
            return;
        }
        for (String pattern : SearchText.patterns(q)) {
            sql.append(" and b.search_text like ?");
            params.add(pattern);
        }
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Actor actor = Actors.current();
        BorrowerKind kind = BorrowerKind.valueOf(row.getString("kind"));
        boolean masked = kind == BorrowerKind.PERSON && !sight.seesAllNumbers(actor);
        return new Row(row.getLong("id"), kind, row.getString("name"),
                masked ? CitizenNumber.masked(row.getString("number")) : row.getString("number"), row.getString("commune"),
                row.getString("representative"), row.getDate("alliance_member_since") != null, row.getBoolean("complete"),
                row.getBoolean("consented"), row.getObject("registered_on", LocalDate.class));
    }
}
