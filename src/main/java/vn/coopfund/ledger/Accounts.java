package vn.coopfund.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** The fund's chart of accounts. */
@Component
public class Accounts {

    private static final String SELECT = """
            select code, name_vi, name_en, kind, normal_side, parent, leaf from ledger.account where fund_id = :fund
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of their codes: a sub-account follows its parent. */
    public List<Account> all() {
        return jdbc.sql(SELECT + "order by code").param("fund", Actors.current().fundId()).query(Account.class).list();
    }

    public Map<String, Account> byCode() {
        return all().stream().collect(Collectors.toMap(Account::code, account -> account));
    }

    /** What an account and its sub-accounts stand at, on its normal side, from debits less credits of the leaves. */
    public static long sumUnder(Account account, Map<String, Long> debitsByLeaf) {
        long debits = debitsByLeaf.entrySet().stream().filter(leaf -> leaf.getKey().startsWith(account.code()))
                .mapToLong(Map.Entry::getValue).sum();
        return account.signed(debits, 0);
    }

    /** The account of that code; where there is none, {@link Refusal#notFound()}. */
    public Account named(String code) {
        return jdbc.sql(SELECT + "and code = :code").param("fund", Actors.current().fundId()).param("code", code)
                .query(Account.class).optional().orElseThrow(Refusal::notFound);
    }
}
