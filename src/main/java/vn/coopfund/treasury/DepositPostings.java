package vn.coopfund.treasury;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.MoneyOrder;

/**
 * What deposits become in the books. Sides and accounts are data; these are the templates {@code deposit.*} as they begin:
 * <pre>
 * fact                                  debit    credit
 * money goes on term                    1281     112
 * the bank pays interest                112      515
 * the money comes back, with interest   112      1281, 515
 * it stays, its interest with it        1281     515
 * </pre>
 */
@Component
class DepositPostings {

    private final PostingTemplates templates;
    private final BankAccounts banks;

    DepositPostings(PostingTemplates templates, BankAccounts banks) {
        this.templates = templates;
        this.banks = banks;
    }

    NewEntry opening(MoneyOrder order, long principal, String bank, LocalDate day) {
        return entry("deposit.placed", order, day, "treasury.deposit.entry.OPENED", bank)
                .part("deposit", principal).part("money", money(order), principal);
    }

    NewEntry interest(MoneyOrder order, long interest, String bank, LocalDate day) {
        return entry("deposit.interest", order, day, "treasury.deposit.entry.INTEREST", bank)
                .part("money", money(order), interest).part("income", interest);
    }

    /** At maturity or before. */
    NewEntry back(MoneyOrder order, long principal, long interest, String key, String bank, LocalDate day) {
        return entry("deposit.returned", order, day, key, bank)
                .part("money", money(order), principal + interest).part("deposit", principal).part("income", interest);
    }

    NewEntry renewal(MoneyOrder order, long interest, String bank, LocalDate day) {
        return entry("deposit.renewed", order, day, "treasury.deposit.entry.RENEWED", bank)
                .part("deposit", interest).part("income", interest);
    }

    private NewEntry entry(String template, MoneyOrder order, LocalDate day, String key, String bank) {
        return templates.begin(template, "order:" + order.id(), day, key, bank, order.text());
    }

    private String money(MoneyOrder order) {
        return banks.ledgerAccount(order.bankAccount());
    }
}
