package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** The fund's chart of accounts. */
@Component
public class Accounts {

    private static final String SELECT = """
            select code, name_vi, name_en, kind, normal_side, parent, leaf from ledger.account where fund_id = :fund
            """;

    /** With one figure behind a code, from 2 on: the account beside which they are opened is the first. */
    private static final int MOST_BESIDE = 9;

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

    /**
     * Opens an account like another, whose code begins alike; the caller sees that two people want it.
     *
     * @return its code
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String openBeside(String code, String nameVi, String nameEn, LocalDate from) {
        jdbc.sql("select code from ledger.account where fund_id = ? and code = ? for update")
                .params(Actors.current().fundId(), code).query(String.class).single();
        Set<String> taken = byCode().keySet();
        String free = IntStream.rangeClosed(2, MOST_BESIDE).mapToObj(figure -> code + figure)
                .filter(one -> !taken.contains(one)).findFirst()
                .orElseThrow(() -> Refusal.conflict("ledger.none-beside", code));
        jdbc.sql("""
                insert into ledger.account (fund_id, code, name_vi, name_en, kind, normal_side, parent, leaf, needs, valid_from)
                select fund_id, ?, ?, ?, kind, normal_side, parent, true, needs, ? from ledger.account
                where fund_id = ? and code = ?""")
                .params(free, nameVi, nameEn, from, Actors.current().fundId(), code).update();
        return free;
    }

    /** The account of that code; where there is none, {@link Refusal#notFound()}. */
    public Account named(String code) {
        return jdbc.sql(SELECT + "and code = :code").param("fund", Actors.current().fundId()).param("code", code)
                .query(Account.class).optional().orElseThrow(Refusal::notFound);
    }
}
