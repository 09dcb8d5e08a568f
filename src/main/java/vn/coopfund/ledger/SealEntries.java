package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;

/**
 * Brings posted entries into the chain and into the period balances, so many at a time. Posting never waits for it: an
 * entry queues itself in its own transaction, and one node at a time takes from the queue, by a lock that a crash drops.
 */
@Component
class SealEntries {

    static final int AT_A_TIME = 2000;

    private static final Waiting BEFORE_ALL = new Waiting("", Long.MIN_VALUE, LocalDate.MIN);

    private final JdbcClient jdbc;

    SealEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Waiting(String kind, long entryId, LocalDate bookedOn) {

        static final Comparator<Waiting> IN_ORDER = Comparator.comparingLong(Waiting::entryId).thenComparing(Waiting::kind);
    }

    private record Head(long position, byte[] hash) {
    }

    /** The next ones; returns how many, 0 where none wait or another node is at it. */
    @Transactional
    public int seal() {
        return mine() ? next(BEFORE_ALL).size() : 0;
    }

    /** All that wait, in the caller's transaction; returns how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sealAll() {
        if (!mine()) {
            return 0;
        }
        int sealed = 0;
        List<Waiting> some = next(BEFORE_ALL);
        while (!some.isEmpty()) {
            sealed += some.size();
            some = next(some.stream().max(Waiting.IN_ORDER).orElseThrow());
        }
        return sealed;
    }

    private boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('the chain of the books', ?))")
                .param(Actors.current().fundId()).query(Boolean.class).single();
    }

    /** What was taken before in the same transaction is still in the index, and must not be walked over each time. */
    private List<Waiting> next(Waiting after) {
        long fund = Actors.current().fundId();
        // by place: of a table that is mostly empty the planner expects few rows, and a join would take their square
        List<Waiting> waiting = jdbc.sql("""
                delete from ledger.unsealed where ctid = any (array(
                    select ctid from ledger.unsealed where fund_id = ? and (entry_id, kind) > (?, ?)
                    order by entry_id, kind limit ?))
                returning kind, entry_id, booked_on""")
                .params(fund, after.entryId(), after.kind(), AT_A_TIME).query(Waiting.class).list();
        if (!waiting.isEmpty()) {
            chain(fund, waiting);
        }
        return waiting;
    }

    /** The period balances follow by the trigger {@code seal_added}: the program itself has no right to write them. */
    private void chain(long fund, List<Waiting> waiting) {
        Head last = jdbc.sql("select position, hash from ledger.seal where fund_id = ? order by position desc limit 1")
                .param(fund).query(Head.class).optional().orElse(new Head(0, null));
        List<Waiting> order = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        jdbc.sql("select s.kind, s.entry_id, s.booked_on, " + CanonicalForm.COLUMNS
                        + " from unnest(?, ?, ?::date[]) as s(kind, entry_id, booked_on) " + CanonicalForm.TABLES
                        + " order by s.entry_id, s.kind")
                .params(kinds(waiting), ids(waiting), days(waiting))
                .query(row -> {
                    byte[] before = hashes.isEmpty() ? last.hash() : hashes.get(hashes.size() - 1);
                    order.add(new Waiting(row.getString("kind"), row.getLong("entry_id"),
                            row.getObject("booked_on", LocalDate.class)));
                    hashes.add(CanonicalForm.hash(before, last.position() + order.size(), CanonicalForm.read(row)));
                });
        jdbc.sql("""
                insert into ledger.seal (fund_id, position, kind, entry_id, booked_on, form, hash)
                select ?, position, kind, entry_id, booked_on, ?, hash
                from unnest(?, ?, ?, ?::date[], ?) as seal(position, kind, entry_id, booked_on, hash)""")
                .params(fund, CanonicalForm.NUMBER,
                        LongStream.rangeClosed(1, order.size()).mapToObj(i -> last.position() + i).toArray(Long[]::new),
                        kinds(order), ids(order), days(order), hashes.toArray(byte[][]::new))
                .update();
    }

    private static String[] kinds(List<Waiting> all) {
        return of(all, Waiting::kind).toArray(String[]::new);
    }

    private static Long[] ids(List<Waiting> all) {
        return of(all, Waiting::entryId).toArray(Long[]::new);
    }

    private static String[] days(List<Waiting> all) {
        return of(all, each -> each.bookedOn().toString()).toArray(String[]::new);
    }

    private static <R> List<R> of(List<Waiting> all, Function<Waiting, R> part) {
        return all.stream().map(part).toList();
    }
}
