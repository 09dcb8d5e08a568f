package vn.coopfund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Verification.Disagreement;
import vn.coopfund.ledger.Verification.Kind;

/** Walks the chain from its first entry, sums the balances anew, and names the first row that disagrees. */
@Component
public class VerifyBooks {

    private static final int AT_A_TIME = 5000;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    VerifyBooks(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** All of it as it stood at one moment; what is posted meanwhile disturbs nothing. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        long fund = Actors.current().fundId();
        Walk walk = new Walk();
        Optional<Disagreement> wrong = Stream.<Supplier<Optional<Disagreement>>>of(() -> walk(fund, walk),
                        () -> outside(fund), () -> unbalanced(fund), this::stray, () -> balance(fund))
                .map(Supplier::get).flatMap(Optional::stream).findFirst();
        return new Verification(wrong.isEmpty(), walk.position,
                jdbc.sql("select count(*) from ledger.unsealed where fund_id = ?").param(fund).query(Long.class).single(),
                walk.hash == null ? null : HexFormat.of().formatHex(walk.hash), businessDay.now(), wrong.orElse(null));
    }

    /** How far the walk is. */
    private static final class Walk {
        private long position;
        private byte[] hash;
        private Disagreement wrong;

        void step(ResultSet row) throws SQLException {
            if (wrong != null) {
                return;
            }
            long at = row.getLong("position");
            long entry = row.getLong("entry_id");
            String table = "ENTRY".equals(row.getString("kind")) ? "ledger.entry " : "ledger.memorandum_entry ";
            String form = CanonicalForm.read(row);
            if (at != position + 1) {
                wrong = new Disagreement(Kind.CHAIN_BROKEN, "ledger.seal " + (position + 1), position + 1, null);
            } else if (form == null) {
                wrong = new Disagreement(Kind.GONE, table + entry, at, entry);
            } else if (row.getInt("form") != CanonicalForm.NUMBER
                    || !Arrays.equals(CanonicalForm.hash(hash, at, form), row.getBytes("hash"))) {
                wrong = new Disagreement(Kind.CHANGED, table + entry, at, entry);
            } else {
                position = at;
                hash = row.getBytes("hash");
            }
        }
    }

    private Optional<Disagreement> walk(long fund, Walk walk) {
        long before;
        do {
            before = walk.position;
            jdbc.sql("select s.position, s.kind, s.entry_id, s.form, s.hash, " + CanonicalForm.COLUMNS
                            + " from ledger.seal s " + CanonicalForm.TABLES
                            + " where s.fund_id = ? and s.position > ? order by s.position limit ?")
                    .params(fund, before, AT_A_TIME).query(walk::step);
        } while (walk.wrong == null && walk.position > before);
        return Optional.ofNullable(walk.wrong);
    }

    /** Entries that are neither in the chain nor on their way there. */
    private Optional<Disagreement> outside(long fund) {
        return found(Kind.NOT_IN_CHAIN, """
                select 'ledger.entry ' || e.id, e.id from ledger.entry e
                where e.fund_id = :fund
                  and not exists (select 1 from ledger.seal s where s.entry_id = e.id and s.kind = 'ENTRY')
                  and not exists (select 1 from ledger.unsealed u where u.entry_id = e.id and u.kind = 'ENTRY')
                union all
                select 'ledger.memorandum_entry ' || e.id, e.id from ledger.memorandum_entry e
                where e.fund_id = :fund
                  and not exists (select 1 from ledger.seal s where s.entry_id = e.id and s.kind = 'MEMORANDUM')
                  and not exists (select 1 from ledger.unsealed u where u.entry_id = e.id and u.kind = 'MEMORANDUM')
                order by 2 limit 1""", fund);
    }

    /** What is in the chain balanced when it came there; what waits is summed again. */
    private Optional<Disagreement> unbalanced(long fund) {
        return found(Kind.UNBALANCED, """
                select 'ledger.entry ' || u.entry_id, u.entry_id
                from ledger.unsealed u left join ledger.entry e on e.id = u.entry_id and e.booked_on = u.booked_on
                left join ledger.posting p on p.entry_id = u.entry_id and p.booked_on = u.booked_on
                where u.fund_id = :fund and u.kind = 'ENTRY'
                group by u.entry_id, e.id, e.amount, e.line_count
                having e.id is null or count(p.line_number) <> e.line_count
                    or coalesce(sum(p.debit), 0) <> e.amount or coalesce(sum(p.credit), 0) <> e.amount
                order by 2 limit 1""", fund);
    }

    private Optional<Disagreement> stray() {
        return found(Kind.STRAY_LINE, """
                select 'ledger.posting ' || p.entry_id || '/' || p.line_number, p.entry_id
                from ledger.posting p left join ledger.entry e on e.id = p.entry_id and e.booked_on = p.booked_on
                where e.id is null or p.fund_id <> e.fund_id order by 2 limit 1""", 0);
    }

    private Optional<Disagreement> balance(long fund) {
        return found(Kind.BALANCE, """
                with summed as (
                    select date_trunc('month', p.booked_on::timestamp)::date as month, p.account,
                           sum(p.debit) as debit, sum(p.credit) as credit
                    from ledger.posting p
                    where p.fund_id = :fund and not exists (
                        select 1 from ledger.unsealed u where u.entry_id = p.entry_id and u.kind = 'ENTRY')
                    group by 1, 2)
                select 'ledger.period_balance ' || to_char(coalesce(s.month, b.month), 'YYYY-MM') || ' '
                       || coalesce(s.account, b.account), null::bigint
                from summed s full join (select * from ledger.period_balance where fund_id = :fund) b
                  on b.month = s.month and b.account = s.account
                where coalesce(s.debit, 0) <> coalesce(b.debit, 0) or coalesce(s.credit, 0) <> coalesce(b.credit, 0)
                order by 1 limit 1""", fund);
    }

    private Optional<Disagreement> found(Kind kind, String sql, long fund) {
        return jdbc.sql(sql).param("fund", fund).query((row, number) ->
                new Disagreement(kind, row.getString(1), null, row.getObject(2, Long.class))).optional();
    }
}
