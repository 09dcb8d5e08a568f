package vn.coopfund.servicing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.collateral.SecuredDebts;

/** What the room of collateral needs to know of the loans that its items secure. */
@Component
class LoansSecured implements SecuredDebts {

    private static final Set<LoanState> FREE = EnumSet.of(LoanState.PAID_OFF, LoanState.CLOSED, LoanState.CANCELLED,
            LoanState.WRITTEN_OFF_FINAL);

    private final JdbcClient jdbc;

    LoansSecured(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Debt> of(Collection<Long> loans) {
        return loans.isEmpty() ? Map.of() : jdbc.sql("""
                select l.id, l.number, l.borrower_id, l.state, coalesce(s.principal_outstanding, 0) as principal
                from servicing.loan l left join servicing.standing s on s.loan_id = l.id
                where l.fund_id = ? and l.id = any(?)""").params(Actors.current().fundId(), loans.toArray(Long[]::new))
                .query((row, number) -> new Debt(row.getLong("id"), row.getString("number"), row.getLong("borrower_id"),
                        row.getLong("principal"), !FREE.contains(LoanState.valueOf(row.getString("state"))))).list().stream()
                .collect(Collectors.toMap(Debt::loan, Function.identity()));
    }
}
