package vn.coopfund.treasury;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** The fund's accounts at banks. */
@Component
public class BankAccounts {

    private static final String SELECT =
            "select id, bank_name, number, ledger_account from treasury.bank_account where fund_id = :fund ";

    private final JdbcClient jdbc;

    BankAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<BankAccount> all() {
        return select("order by id").list();
    }

    public BankAccount byId(long id) {
        return one(id, "");
    }

    /** The one that pages speak of where nobody says which: the first. */
    public BankAccount usual() {
        return all().stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** Held until the transaction ends: imports into one account follow one another. */
    @Transactional(propagation = Propagation.MANDATORY)
    BankAccount lock(long id) {
        return one(id, " for update");
    }

    private BankAccount one(long id, String lock) {
        return jdbc.sql(SELECT + "and id = :id" + lock).param("fund", Actors.current().fundId()).param("id", id)
                .query(BankAccount.class).optional().orElseThrow(Refusal::notFound);
    }

    private JdbcClient.MappedQuerySpec<BankAccount> select(String rest) {
        return jdbc.sql(SELECT + rest).param("fund", Actors.current().fundId()).query(BankAccount.class);
    }
}
