package vn.coopfund.vouchers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.money.Dong;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The register of orders. */
@Component
public class MoneyOrders {

    /** By what the list may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("made", "o.id", "day", "o.value_date", "kind", "o.kind",
            "party", "o.party", "state", "o.state", "amount", "o.amount");

    private static final String FROM = """
            \sfrom vouchers.money_order o where o.fund_id = :fund
             and (:state::text is null or o.state = :state or (:state = 'OPEN' and o.state in ('PENDING', 'CHECKED')))
             and (:kind::text is null or o.kind = :kind)""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MoneyOrders(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is looked for; null is anything, the state {@code OPEN} both that wait. */
    public record Filter(String state, String kind) {
    }

    public PageOf<MoneyOrder> list(Filter filter, SortBy sort, PageOf.Wish wish) {
        long total = bind("select count(*)" + FROM, filter).query(Long.class).single();
        return new PageOf<>(bind("select o.*" + FROM + sort.orderBy("o.id") + "limit :size offset :offset", filter)
                .param("size", wish.size()).param("offset", wish.offset()).query(MoneyOrders::row).list(), wish.page(),
                wish.size(), total);
    }

    /** The amounts of all that are found, added up. */
    public long sum(Filter filter) {
        return bind("select coalesce(sum(o.amount), 0)::bigint" + FROM, filter).query(Long.class).single();
    }

    /** How many wait in that state and were not made by this person. */
    public int waiting(MoneyOrder.State state, long person) {
        return jdbc.sql("""
                select count(*) from vouchers.money_order where fund_id = ? and state = ? and made_by <> ?
                and checked_by is distinct from ?""")
                .params(Actors.current().fundId(), state.name(), person, person).query(Integer.class).single();
    }

    public MoneyOrder get(long id) {
        return one(id, "");
    }

    /** The same, held until the transaction ends. */
    MoneyOrder lock(long id) {
        return one(id, " for update");
    }

    /** The order that made an entry, if one did. */
    public Optional<MoneyOrder> ofEntry(long entryId) {
        return jdbc.sql("select * from vouchers.money_order where fund_id = ? and entry_id = ?")
                .params(Actors.current().fundId(), entryId).query(MoneyOrders::row).optional();
    }

    /** The order of a kind, not declined, whose details name that record. */
    public Optional<MoneyOrder> concerning(String kind, String detail, long id) {
        return jdbc.sql("""
                select * from vouchers.money_order where fund_id = ? and kind = ? and state <> 'DECLINED'
                and (details ->> ?)::bigint = ? order by id desc limit 1""")
                .params(Actors.current().fundId(), kind, detail, id).query(MoneyOrders::row).optional();
    }

    /** What the order's kind keeps of its own. */
    public <T> T details(MoneyOrder order, Class<T> type) {
        try {
            return json.readValue(order.details(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    MoneyOrder add(NewOrder order, Instant at) {
        long id = jdbc.sql("select nextval('vouchers.money_order_seq')").query(Long.class).single();
        Party party = order.party() == null ? Party.named(null) : order.party();
        jdbc.sql("""
                insert into vouchers.money_order (id, fund_id, kind, paper, amount, value_date, party, party_address,
                    party_account, text, details, by_cashier, made_by, made_at, bank_account_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), order.kind(),
                        order.paper() == null ? null : order.paper().name(),
                        order.amount() == null ? null : Dong.longOf(order.amount()), order.valueDate(), party.name(),
                        party.address(), party.account(), order.text(), write(order.details()), order.byCashier(),
                        Actors.current().id(), Timestamp.from(at), order.bankAccount())).update();
        return get(id);
    }

    void check(MoneyOrder order, Instant at) {
        jdbc.sql("update vouchers.money_order set state = 'CHECKED', checked_by = ?, checked_at = ? where id = ?")
                .params(Actors.current().id(), Timestamp.from(at), order.id()).update();
    }

    void decline(MoneyOrder order, Instant at, String reason) {
        jdbc.sql("""
                update vouchers.money_order set state = 'DECLINED', reason = ?, checked_by = coalesce(checked_by, ?),
                       checked_at = coalesce(checked_at, ?) where id = ?""")
                .params(reason, Actors.current().id(), Timestamp.from(at), order.id()).update();
    }

    void done(MoneyOrder order, Instant at, Long entryId) {
        jdbc.sql("""
                update vouchers.money_order set state = 'DONE', entry_id = ?, paid_by = ?, paid_at = ? where id = ?""")
                .params(Arrays.asList(entryId, order.byCashier() ? Actors.current().id() : null,
                        order.byCashier() ? Timestamp.from(at) : null, order.id())).update();
    }

    private MoneyOrder one(long id, String lock) {
        return jdbc.sql("select * from vouchers.money_order where fund_id = ? and id = ?" + lock)
                .params(Actors.current().fundId(), id).query(MoneyOrders::row).optional().orElseThrow(Refusal::notFound);
    }

    private JdbcClient.StatementSpec bind(String sql, Filter filter) {
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("state", filter.state())
                .param("kind", filter.kind());
    }

    private String write(Object details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MoneyOrder row(ResultSet row, int number) throws SQLException {
        String paper = row.getString("paper");
        Long amount = row.getObject("amount", Long.class);
        String party = row.getString("party");
        return new MoneyOrder(row.getLong("id"), row.getString("kind"), paper == null ? null : VoucherKind.valueOf(paper),
                amount == null ? null : Dong.of(amount), row.getObject("value_date", LocalDate.class),
                party == null ? null : new Party(party, row.getString("party_address"), row.getString("party_account")),
                row.getString("text"), row.getString("details"), row.getBoolean("by_cashier"),
                MoneyOrder.State.valueOf(row.getString("state")), row.getLong("made_by"), instant(row, "made_at"),
                row.getObject("checked_by", Long.class), instant(row, "checked_at"), row.getObject("paid_by", Long.class),
                instant(row, "paid_at"), row.getString("reason"), row.getObject("entry_id", Long.class),
                row.getObject("bank_account_id", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
