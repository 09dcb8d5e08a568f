package vn.coopfund.vouchers;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.Posted;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.web.Refusal;

/** Another account of the fund at a bank, with an account of its own in the books; it moves no money. */
@Component
class BankAccountOpening implements OrderKind {

    private final MoneyOrders orders;
    private final BankAccounts banks;
    private final Accounts accounts;
    private final PostingTemplates templates;
    private final OtherMoney otherMoney;

    BankAccountOpening(MoneyOrders orders, BankAccounts banks, Accounts accounts, PostingTemplates templates,
            OtherMoney otherMoney) {
        this.orders = orders;
        this.banks = banks;
        this.accounts = accounts;
        this.templates = templates;
        this.otherMoney = otherMoney;
    }

    record Kept(String bankName, String bankBin, String number, LocalDate from) {
    }

    @Override
    public String code() {
        return "OPEN_BANK_ACCOUNT";
    }

    @Override
    public String nameKey() {
        return "vouchers.order.kind.OPEN_BANK_ACCOUNT";
    }

    @Override
    public void refuseWrong(MoneyOrder order) {
        Kept kept = orders.details(order, Kept.class);
        if (banks.has(kept.number())) {
            throw Refusal.invalid("number", "vouchers.refused.bank-account-known", kept.number());
        }
    }

    /** From then on money goes between it and the other accounts, and cash to and from it. */
    @Override
    public void done(MoneyOrder order, Posted posted) {
        Kept kept = orders.details(order, Kept.class);
        String usual = templates.account(KnownAccount.BANK);
        String code = accounts.openBeside(usual, accounts.named(usual).nameVi() + " – " + kept.bankName() + " " + kept.number(),
                accounts.named(usual).nameEn() + " – " + kept.bankName() + " " + kept.number(), kept.from());
        banks.add(kept.bankName(), kept.bankBin(), kept.number(), code, kept.from(), order.id());
        otherMoney.admitBank(code, kept.from());
        otherMoney.admitBank(usual, kept.from());
    }
}
