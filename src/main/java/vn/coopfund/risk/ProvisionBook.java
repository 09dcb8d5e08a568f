package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.Posted;

/** The sub-ledger of account 2293: provisions added, released and used, by loan and in general. */
@Component
public class ProvisionBook {

    /** Whose provision it is. */
    public enum Kind { SPECIFIC, GENERAL }

    /** What happened to it. */
    public enum Movement {
        ADDITION, RELEASE, USE,
        /** Of a use that was taken back. */
        RETURN
    }

    /** One month, đồng: opening + added − released − used = closing. */
    public record Month(LocalDate month, long opening, long added, long released, long used) {

        public long closing() {
            return opening + added - released - used;
        }
    }

    private final JdbcClient jdbc;

    ProvisionBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Specific provision by loan, of what happened up to a value date. */
    Map<Long, Long> specific(LocalDate through) {
        record Part(long loanId, long amount) {
        }
        return jdbc.sql("select loan_id, " + SUM + " as amount from risk.provision_movement where fund_id = ? "
                        + "and kind = 'SPECIFIC' and value_date <= ? group by loan_id having " + SUM + " <> 0")
                .params(Actors.current().fundId(), through).query(Part.class).list().stream()
                .collect(Collectors.toMap(Part::loanId, Part::amount));
    }

    long specificOf(long loan) {
        return jdbc.sql("select coalesce(" + SUM + ", 0)::bigint from risk.provision_movement where kind = 'SPECIFIC' "
                + "and loan_id = ?").param(loan).query(Long.class).single();
    }

    long general(LocalDate through) {
        return jdbc.sql("select coalesce(" + SUM + ", 0)::bigint from risk.provision_movement where fund_id = ? "
                + "and kind = 'GENERAL' and value_date <= ?").params(Actors.current().fundId(), through)
                .query(Long.class).single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void move(Kind kind, Movement movement, Long loan, long amount, LocalDate valueDate, Posted entry) {
        if (amount > 0) {
            jdbc.sql("""
                    insert into risk.provision_movement (id, fund_id, kind, movement, loan_id, amount, value_date, booked_on,
                        entry_id)
                    values (nextval('risk.provision_movement_seq'), ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(java.util.Arrays.asList(Actors.current().fundId(), kind.name(), movement.name(), loan, amount,
                            valueDate, entry.bookedOn(), entry.entryId())).update();
        }
    }

    /** Month by month as booked, oldest first; {@code kind} null for both together. */
    @Transactional(readOnly = true)
    public List<Month> rollForward(Kind kind) {
        List<Month> months = new ArrayList<>();
        jdbc.sql("""
                select date_trunc('month', booked_on)::date as month, 0 as opening,
                       coalesce(sum(amount) filter (where movement = 'ADDITION'), 0)::bigint as added,
                       coalesce(sum(amount) filter (where movement = 'RELEASE'), 0)::bigint as released,
                       coalesce(sum(case movement when 'USE' then amount when 'RETURN' then -amount end), 0)::bigint as used
                from risk.provision_movement where fund_id = :fund and (:kind::text is null or kind = :kind)
                group by 1 order by 1""").param("fund", Actors.current().fundId())
                .param("kind", kind == null ? null : kind.name()).query(Month.class).list()
                .forEach(month -> months.add(new Month(month.month(),
                        months.isEmpty() ? 0 : months.get(months.size() - 1).closing(), month.added(), month.released(),
                        month.used())));
        return months;
    }

    private static final String SUM = "sum(case when movement in ('ADDITION', 'RETURN') then amount else -amount end)::bigint";
}
