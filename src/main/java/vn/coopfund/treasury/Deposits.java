package vn.coopfund.treasury;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The register of term deposits. */
@Component
public class Deposits {

    /** By what the list may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("bank", "d.bank", "number", "d.number", "opened", "d.opened_on",
            "matures", "d.matures_on", "principal", "d.principal", "rate", "d.rate");

    private static final String SELECT = """
            select d.id, d.bank, d.number, d.principal, d.rate, d.opened_on, d.matures_on, d.state = 'OPEN' as open, d.closed_on,
                   coalesce((select max(e.on_day) from treasury.deposit_event e
                             where e.deposit_id = d.id and e.kind in ('OPENED', 'INTEREST', 'RENEWED')
                               and not exists (select 1 from treasury.deposit_event b where b.takes_back = e.order_id)),
                            d.opened_on) as term_on,
                   (select coalesce(sum(e.interest), 0)::bigint from treasury.deposit_event e where e.deposit_id = d.id
                       and not exists (select 1 from treasury.deposit_event b where b.takes_back = e.order_id)) as interest
            from treasury.deposit d where d.fund_id = :fund""";

    private final JdbcClient jdbc;

    Deposits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are open, or all. */
    public PageOf<Deposit> list(boolean all, SortBy sort, PageOf.Wish wish) {
        long total = jdbc.sql("select count(*) from treasury.deposit where fund_id = ? and (? or state = 'OPEN')")
                .params(fund(), all).query(Long.class).single();
        return new PageOf<>(jdbc.sql(SELECT + " and (:all or d.state = 'OPEN')" + sort.orderBy("d.id")
                + "limit :size offset :offset").param("fund", fund()).param("all", all).param("size", wish.size())
                .param("offset", wish.offset()).query(Deposit.class).list(), wish.page(), wish.size(), total);
    }

    /** What lies on term now, in đồng; the books say the same. */
    public long standing() {
        return jdbc.sql("select coalesce(sum(principal), 0)::bigint from treasury.deposit where fund_id = ?")
                .param(fund()).query(Long.class).single();
    }

    public Deposit get(long id) {
        return jdbc.sql(SELECT + " and d.id = :id").param("fund", fund()).param("id", id).query(Deposit.class).optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The same, held until the transaction ends. */
    Deposit lock(long id) {
        jdbc.sql("select id from treasury.deposit where fund_id = ? and id = ? for update").params(fund(), id)
                .query(Long.class).optional().orElseThrow(Refusal::notFound);
        return get(id);
    }

    boolean has(String bank, String number) {
        return jdbc.sql("select exists (select 1 from treasury.deposit where fund_id = ? and bank = ? and number = ?)")
                .params(fund(), bank, number).query(Boolean.class).single();
    }

    public List<DepositEvent> events(long id) {
        return jdbc.sql("""
                select order_id, kind, on_day, principal, interest, rate, matures_on from treasury.deposit_event
                where deposit_id = ? order by recorded_at, order_id""").param(id).query(DepositEvent.class).list();
    }

    long add(String bank, String number, DepositEvent opened) {
        long id = jdbc.sql("select nextval('treasury.deposit_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into treasury.deposit (id, fund_id, bank, number, principal, rate, opened_on, matures_on)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, fund(), bank, number, opened.principal(), opened.rate(), opened.onDay(), opened.maturesOn()).update();
        note(id, opened, null);
        return id;
    }

    /** The deposit to which an order's event belongs. */
    long ofOrder(long order) {
        return jdbc.sql("select deposit_id from treasury.deposit_event where order_id = ?").param(order).query(Long.class).single();
    }

    /** Refuses where something happened to the deposit after that order. */
    void refuseUnlessLast(long order) {
        List<DepositEvent> events = standing(ofOrder(order));
        if (events.isEmpty() || events.get(events.size() - 1).orderId() != order) {
            throw Refusal.conflict("treasury.deposit.refused.moved-on");
        }
    }

    /** The deposit stands as it did before that order; one that was opened by it is closed. */
    void takeBack(long order, long by, LocalDate on) {
        long id = ofOrder(order);
        List<DepositEvent> events = standing(id);
        DepositEvent gone = events.get(events.size() - 1);
        DepositEvent before = events.size() < 2 ? null : events.get(events.size() - 2);
        change(id, new DepositEvent(by, DepositEvent.Kind.TAKEN_BACK, on, before == null ? 0 : before.principal(), 0,
                before == null ? gone.rate() : before.rate(), before == null ? gone.maturesOn() : before.maturesOn()), order);
    }

    /** Its events that were not taken back, in their order. */
    private List<DepositEvent> standing(long id) {
        return jdbc.sql("""
                select order_id, kind, on_day, principal, interest, rate, matures_on from treasury.deposit_event e
                where deposit_id = ? and takes_back is null
                  and not exists (select 1 from treasury.deposit_event b where b.takes_back = e.order_id)
                order by recorded_at, order_id""").param(id).query(DepositEvent.class).list();
    }

    /** How the deposit stands after an event; without principal it is closed. */
    void change(long id, DepositEvent event) {
        change(id, event, null);
    }

    private void change(long id, DepositEvent event, Long takesBack) {
        jdbc.sql("""
                update treasury.deposit set principal = :principal, rate = :rate, matures_on = :matures,
                    state = case when :principal = 0 then 'CLOSED' else 'OPEN' end,
                    closed_on = case when :principal = 0 then :day::date end where id = :id""")
                .param("principal", event.principal()).param("rate", event.rate()).param("matures", event.maturesOn())
                .param("day", event.onDay()).param("id", id).update();
        note(id, event, takesBack);
    }

    private void note(long id, DepositEvent event, Long takesBack) {
        jdbc.sql("""
                insert into treasury.deposit_event (deposit_id, order_id, kind, on_day, principal, interest, rate, matures_on,
                    takes_back)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, event.orderId(), event.kind().name(), event.onDay(), event.principal(), event.interest(),
                        event.rate(), event.maturesOn(), takesBack)).update();
    }

    private static long fund() {
        return Actors.current().fundId();
    }
}
