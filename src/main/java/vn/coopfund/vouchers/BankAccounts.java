package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.web.Refusal;

/** The fund's accounts at banks, each with an account of its own in the books: that is what makes them reconcilable. */
@Component
public class BankAccounts {

    private static final String SELECT = """
            select id, bank_name, bank_bin, number, ledger_account, opened_on from vouchers.bank_account
            where fund_id = :fund\s""";

    private final JdbcClient jdbc;
    private final PostingTemplates templates;

    BankAccounts(JdbcClient jdbc, PostingTemplates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    /** The usual one first. */
    public List<BankAccount> all() {
        return select("order by id").list();
    }

    /** Those among which one can choose, the usual one first; nothing where there is no choice. */
    public List<BankAccount> choices() {
        List<BankAccount> all = all();
        return all.size() < 2 ? List.of() : all;
    }

    public BankAccount byId(long id) {
        return one(id, "");
    }

    /** The one that is meant where nobody says which: the first. */
    public BankAccount usual() {
        return find(null).orElseThrow(Refusal::notFound);
    }

    /** The one of that id; for null the usual one, if the fund has any. */
    public Optional<BankAccount> find(Long id) {
        return id == null ? all().stream().findFirst() : Optional.of(byId(id));
    }

    /**
     * The id of the one that somebody names by id or number; null, the usual one, where nobody names any.
     *
     * @throws Refusal at the field {@code bankAccount} where there is none such
     */
    public Long named(String given) {
        return given == null || given.isBlank() ? null : all().stream()
                .filter(account -> Long.toString(account.id()).equals(given.strip()) || account.number().equals(given.strip()))
                .findFirst().map(BankAccount::id)
                .orElseThrow(() -> Refusal.invalid("bankAccount", "vouchers.refused.bank-account"));
    }

    /** The account in the books of the one of that id; null is the usual one, which the posting templates name. */
    public String ledgerAccount(Long id) {
        return id == null ? templates.account(KnownAccount.BANK) : byId(id).ledgerAccount();
    }

    /** Held until the transaction ends: imports into one account follow one another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public BankAccount lock(long id) {
        return one(id, " for update");
    }

    boolean has(String number) {
        return all().stream().anyMatch(account -> account.number().equals(number));
    }

    /** @param order the one by which two people opened it */
    long add(String bankName, String bankBin, String number, String ledgerAccount, LocalDate openedOn, long order) {
        return jdbc.sql("""
                insert into vouchers.bank_account (fund_id, bank_name, bank_bin, number, ledger_account, opened_on, order_id)
                values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Actors.current().fundId(), bankName, bankBin, number, ledgerAccount, openedOn, order)
                .query(Long.class).single();
    }

    private BankAccount one(long id, String lock) {
        return jdbc.sql(SELECT + "and id = :id" + lock).param("fund", Actors.current().fundId()).param("id", id)
                .query(BankAccount.class).optional().orElseThrow(Refusal::notFound);
    }

    private JdbcClient.MappedQuerySpec<BankAccount> select(String rest) {
        return jdbc.sql(SELECT + rest).param("fund", Actors.current().fundId()).query(BankAccount.class);
    }
}
