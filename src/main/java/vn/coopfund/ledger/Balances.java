package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/**
 * Balances of accounts at the end of a day of the books, in whole đồng, added up from the postings. An account speaks
 * for its sub-accounts too; a balance is positive on the account's normal side.
 */
@Component
public class Balances {

    private final JdbcClient jdbc;
    private final PostingTemplates templates;

    Balances(JdbcClient jdbc, PostingTemplates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    public long of(String account, LocalDate on) {
        return sum("", account, on).query(Long.class).single();
    }

    /** What stands wherever the templates put it. */
    public long of(KnownAccount known, LocalDate on) {
        Set<String> accounts = templates.accounts(known);
        return accounts.stream().filter(account -> accounts.stream().noneMatch(above -> !above.equals(account)
                && account.startsWith(above))).mapToLong(account -> of(account, on)).reduce(0, Math::addExact);
    }

    /** Of that account alone, without those whose code begins alike: one account of the fund at a bank. */
    public long ofItself(String account, LocalDate on) {
        return sum(" and p.account = top.code", account, on).query(Long.class).single();
    }

    /** What of the balance concerns one loan. */
    public long ofLoan(String account, long loan, LocalDate on) {
        return sum(" and p.loan_id = :dimension", account, on).param("dimension", loan).query(Long.class).single();
    }

    /** Debits less credits of each leaf account that was ever moved. */
    public Map<String, Long> byAccount(LocalDate on) {
        record Part(String code, long amount) {
        }
        return AccountTurnover.bind(jdbc.sql("with " + AccountTurnover.MOVED
                        + " select account as code, opening + debit - credit as amount from moved"),
                        Actors.current().fundId(), on.withDayOfYear(1), on)
                .query(Part.class).list().stream()
                .collect(Collectors.toMap(Part::code, Part::amount));
    }

    /** The balance by loan; postings without a loan are left out, and so are loans whose part is zero. */
    public Map<Long, Long> byLoan(String account, LocalDate on) {
        return by("loan_id", account, on);
    }

    public Map<Long, Long> byBorrower(String account, LocalDate on) {
        return by("borrower_id", account, on);
    }

    public Map<Long, Long> byCapitalSource(KnownAccount known, LocalDate on) {
        return templates.accounts(known).stream().map(account -> by("capital_source_id", account, on))
                .flatMap(standing -> standing.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::addExact));
    }

    /** Credits less debits of all accounts of these kinds: for income and expense, the result not yet closed. */
    public long creditOfKinds(LocalDate on, Account.Kind... kinds) {
        return jdbc.sql("""
                select coalesce(sum(p.credit - p.debit), 0)::bigint
                from ledger.posting p join ledger.account a on a.fund_id = p.fund_id and a.code = p.account
                where p.fund_id = :fund and p.booked_on <= :day and a.kind in (:kinds)""")
                .param("fund", Actors.current().fundId()).param("day", on)
                .param("kinds", Arrays.stream(kinds).map(Enum::name).toList()).query(Long.class).single();
    }

    private JdbcClient.StatementSpec sum(String condition, String account, LocalDate on) {
        return bind("select coalesce(sum(" + SIGNED + "), 0)::bigint " + FROM + condition, account, on);
    }

    private Map<Long, Long> by(String dimension, String account, LocalDate on) {
        record Part(long id, long amount) {
        }
        return bind("select p." + dimension + " as id, sum(" + SIGNED + ")::bigint as amount " + FROM
                + " and p." + dimension + " is not null group by 1 having sum(p.debit - p.credit) <> 0", account, on)
                .query(Part.class).list().stream().collect(Collectors.toMap(Part::id, Part::amount));
    }

    private JdbcClient.StatementSpec bind(String sql, String account, LocalDate on) {
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("account", account).param("day", on);
    }

    private static final String SIGNED = "case top.normal_side when 'DEBIT' then p.debit - p.credit else p.credit - p.debit end";
    private static final String FROM = """
            from ledger.account top join ledger.posting p
             on p.fund_id = top.fund_id and (p.account = top.code or p.account like top.code || '%') and p.booked_on <= :day
            where top.fund_id = :fund and top.code = :account""";
}
