package vn.coopfund.vouchers;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.PageOf;

/** The register of daily counts of cash. */
@Component
public class CashCounts {

    /** The notes in use, the greatest first. */
    public static final List<Integer> FACES = List.of(500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500);

    private static final String SELECT = "select * from vouchers.cash_count where fund_id = :fund ";

    private final JdbcClient jdbc;

    CashCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    public PageOf<CashCount> list(PageOf.Wish wish) {
        long total = jdbc.sql("select count(*) from vouchers.cash_count where fund_id = ?")
                .param(Actors.current().fundId()).query(Long.class).single();
        return new PageOf<>(select("order by day desc limit :size offset :offset").param("size", wish.size())
                .param("offset", wish.offset()).query((row, number) -> row(row)).list(), wish.page(), wish.size(), total);
    }

    public Optional<CashCount> of(LocalDate day) {
        return select("and day = :day").param("day", day).query((row, number) -> row(row)).optional();
    }

    /** The same, held until the transaction ends. */
    Optional<CashCount> lock(LocalDate day) {
        return select("and day = :day for update").param("day", day).query((row, number) -> row(row)).optional();
    }

    /** Counting again before it is signed replaces what was counted. */
    void keep(LocalDate day, long book, long counted, String explanation, Map<Integer, Integer> pieces, Instant at) {
        long id = jdbc.sql("""
                insert into vouchers.cash_count (id, fund_id, day, book, counted, explanation, counted_by, counted_at)
                values (nextval('vouchers.cash_count_seq'), :fund, :day, :book, :counted, :why, :by, :at)
                on conflict (fund_id, day) do update set book = excluded.book, counted = excluded.counted,
                    explanation = excluded.explanation, counted_by = excluded.counted_by, counted_at = excluded.counted_at
                returning id""")
                .param("fund", Actors.current().fundId()).param("day", day).param("book", book).param("counted", counted)
                .param("why", explanation).param("by", Actors.current().id()).param("at", Timestamp.from(at))
                .query(Long.class).single();
        jdbc.sql("delete from vouchers.cash_count_piece where count_id = ?").param(id).update();
        pieces.forEach((face, number) -> jdbc.sql("insert into vouchers.cash_count_piece (count_id, face, pieces) values (?, ?, ?)")
                .params(id, face, number).update());
    }

    void sign(CashCount count, Instant at) {
        jdbc.sql("update vouchers.cash_count set signed_by = ?, signed_at = ? where id = ?")
                .params(Actors.current().id(), Timestamp.from(at), count.id()).update();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql(SELECT + rest).param("fund", Actors.current().fundId());
    }

    private CashCount row(java.sql.ResultSet row) throws java.sql.SQLException {
        long id = row.getLong("id");
        Map<Integer, Integer> pieces = new TreeMap<>();
        jdbc.sql("select face, pieces from vouchers.cash_count_piece where count_id = ?").param(id)
                .query(piece -> {
                    pieces.put(piece.getInt(1), piece.getInt(2));
                });
        Timestamp signedAt = row.getTimestamp("signed_at");
        return new CashCount(id, row.getObject("day", LocalDate.class), row.getLong("book"), row.getLong("counted"),
                row.getString("explanation"), row.getLong("counted_by"), row.getTimestamp("counted_at").toInstant(),
                row.getObject("signed_by", Long.class), signedAt == null ? null : signedAt.toInstant(), pieces);
    }
}
