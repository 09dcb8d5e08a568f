package vn.coopfund.vouchers;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** The cashier's word on vouchers of cash: received, or handed out. */
@Component
public class CashSignatures {

    private final JdbcClient jdbc;

    CashSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who signed, and when. */
    public record Signature(long signedBy, Instant signedAt) {
    }

    public Optional<Signature> of(long voucherId) {
        return jdbc.sql("select signed_by, signed_at from vouchers.cash_signature where voucher_id = ?").param(voucherId)
                .query((row, number) -> new Signature(row.getLong(1), row.getTimestamp(2).toInstant())).optional();
    }

    /** Vouchers of cash that hold and wait for the cashier. */
    public int waiting() {
        return jdbc.sql("select count(*) from vouchers.voucher v where v.fund_id = ? and " + UNSIGNED)
                .param(Actors.current().fundId()).query(Integer.class).single();
    }

    void add(long voucherId) {
        jdbc.sql("insert into vouchers.cash_signature (voucher_id, signed_by) values (?, ?) on conflict do nothing")
                .params(voucherId, Actors.current().id()).update();
    }

    /** Of a voucher {@code v}. */
    static final String UNSIGNED = """
            v.kind in ('RECEIPT', 'PAYMENT')
            and not exists (select 1 from vouchers.cash_signature s where s.voucher_id = v.id)
            and not exists (select 1 from vouchers.cancellation c where c.voucher_id = v.id)""";
}
