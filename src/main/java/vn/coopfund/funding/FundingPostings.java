package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.MoneyOrder;

/**
 * How capital becomes journal entries; the lines of capital name its source. Sides and accounts are data; these are the
 * templates {@code capital.*} and {@code entrusted.*} as they begin:
 * <pre>
 * fact                                     debit                    credit
 * capital paid in                          112                      4111   owner
 *                                                                   4118   other
 * entrusted money received                 112                      341
 * capital given back                       4111 | 4118              112
 * entrusted money returned                 341                      112
 * accumulation made charter capital        4211 | 414 | 418 | 4118  4111 | 4118
 * </pre>
 */
@Component
public class FundingPostings {

    private final PostingTemplates templates;
    private final BankAccounts banks;

    FundingPostings(PostingTemplates templates, BankAccounts banks) {
        this.templates = templates;
        this.banks = banks;
    }

    /** Capital paid in; made by who proposed it, checked by who confirms it (the program stands for nobody). */
    public NewEntry contribution(Contribution paidIn, Actor confirming) {
        long amount = Dong.longOf(paidIn.amount());
        CapitalSource source = paidIn.source();
        NewEntry entry = templates.begin(isEntrusted(source.account()) ? "entrusted.in" : "capital.in",
                        "contribution:" + paidIn.id(), paidIn.valueDate(), "funding.entry.contribution", source.nameVi(),
                        paidIn.decision())
                .part("money", banks.ledgerAccount(paidIn.bankAccount()), amount)
                .part(part(source), amount, Dimension.capitalSource(source.id()));
        NewEntry made = paidIn.proposedBy() == null ? entry.madeByTheProgram() : entry.madeBy(paidIn.proposedBy());
        return confirming.isSystem() ? made : made.checkedBy(confirming.id());
    }

    NewEntry withdrawal(MoneyOrder order, CapitalSource source, LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        return templates.begin(isEntrusted(source.account()) ? "entrusted.out" : "capital.out", "order:" + order.id(),
                        valueDate, "funding.entry.withdrawal", source.nameVi(), order.text())
                .part(part(source), amount, Dimension.capitalSource(source.id()))
                .part("money", banks.ledgerAccount(order.bankAccount()), amount);
    }

    /** {@code from} is null where the accumulation stands on an account without sources. */
    NewEntry capitalisation(MoneyOrder order, String account, CapitalSource from, CapitalSource to, LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        NewEntry entry = templates.begin("capital.capitalised", "order:" + order.id(), valueDate,
                "funding.entry.capitalisation", to.nameVi(), order.text());
        return (from == null ? entry.part("from", account, amount)
                : entry.part("from", account, amount, Dimension.capitalSource(from.id())))
                .part("source", to.account(), amount, Dimension.capitalSource(to.id()));
    }

    /** On which a source may stand: the owner's, other capital, entrusted. */
    public List<String> accounts() {
        return List.of(templates.account(KnownAccount.OWNERS_CAPITAL), templates.account(KnownAccount.OTHER_CAPITAL),
                templates.account(KnownAccount.ENTRUSTED));
    }

    public boolean isOwners(String account) {
        return account != null && templates.accounts(KnownAccount.OWNERS_CAPITAL).contains(account);
    }

    public boolean isOther(String account) {
        return account != null && templates.accounts(KnownAccount.OTHER_CAPITAL).contains(account);
    }

    public boolean isEntrusted(String account) {
        return account != null && templates.accounts(KnownAccount.ENTRUSTED).contains(account);
    }

    /** Accounts of accumulation that know no sources. */
    List<String> accumulation() {
        return templates.accounts(KnownAccount.ACCUMULATION).stream().filter(account -> !isOther(account)).toList();
    }

    private String part(CapitalSource source) {
        return isEntrusted(source.account()) ? "source" : isOwners(source.account()) ? "owner" : "other";
    }
}
