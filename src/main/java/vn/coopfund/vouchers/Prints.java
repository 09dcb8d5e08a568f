package vn.coopfund.vouchers;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;

/** Who printed vouchers, and which of them is the original. */
@Component
public class Prints {

    private final JdbcClient jdbc;

    Prints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param copy      0 is the original
     * @param printedBy null for the program
     */
    public record Print(int copy, Long printedBy, Instant printedAt) {
    }

    public List<Print> of(long voucherId) {
        return jdbc.sql("select copy, printed_by, printed_at from vouchers.print where voucher_id = ? order by copy")
                .param(voucherId).query((row, number) -> new Print(row.getInt(1), row.getObject(2, Long.class),
                        row.getTimestamp(3).toInstant())).list();
    }

    /** Two at once do not both get the original: the second waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    Print add(long voucherId) {
        Actor actor = Actors.current();
        Long by = actor.isSystem() ? null : Long.valueOf(actor.id());
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('print:' || ?, 0))").param(voucherId).query(row -> { });
        return jdbc.sql("""
                insert into vouchers.print (voucher_id, copy, printed_by)
                select ?, count(*), ? from vouchers.print where voucher_id = ? returning copy, printed_at""")
                .params(java.util.Arrays.asList(voucherId, by, voucherId))
                .query((row, number) -> new Print(row.getInt(1), by, row.getTimestamp(2).toInstant())).single();
    }
}
