package vn.coopfund.servicing;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.LoanNumbers;

/** Tells the books which loan people mean. */
@Component
class LoansByNumber implements LoanNumbers {

    private final JdbcClient jdbc;

    LoansByNumber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> find(String number) {
        return jdbc.sql("""
                select id from servicing.loan where fund_id = :fund
                  and (upper(number) = upper(:number) or upper(contract_number) = upper(:number) or id::text = :number)
                order by id limit 1""")
                .param("fund", Actors.current().fundId()).param("number", number).query(Long.class).optional();
    }
}
