package vn.coopfund.servicing;

import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Exposures;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/** What the fund can pay out today by its books: in cash, or from each of its accounts at banks. */
@Component
public class MoneyAtHand {

    private final Balances balances;
    private final Exposures exposures;
    private final BusinessDay businessDay;
    private final PostingTemplates templates;
    private final BankAccounts banks;

    MoneyAtHand(Balances balances, Exposures exposures, BusinessDay businessDay, PostingTemplates templates,
            BankAccounts banks) {
        this.balances = balances;
        this.exposures = exposures;
        this.businessDay = businessDay;
        this.templates = templates;
        this.banks = banks;
    }

    @Transactional(readOnly = true)
    public MonetaryAmount by(Channel channel) {
        return by(channel, null);
    }

    private MonetaryAmount by(Channel channel, Long bankAccount) {
        return Dong.of(balances.ofItself(account(channel, bankAccount), businessDay.today()));
    }

    /** On which it stands in the books; null is the usual account at the bank. */
    String account(Channel channel, Long bankAccount) {
        return channel == Channel.CASH ? templates.account(KnownAccount.CASH) : banks.ledgerAccount(bankAccount);
    }

    String loanAccount() {
        return templates.account(KnownAccount.LOANS);
    }

    /** Under the fund's row lock, so that two payments do not both see the same money. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refuseBeyond(Channel channel, Long bankAccount, MonetaryAmount amount) {
        exposures.lock();
        MonetaryAmount there = by(channel, bankAccount);
        if (amount.isGreaterThan(there)) {
            throw Refusal.invalid("channel", "servicing.refused.money-at-hand", amount, there, "#" + channel.key());
        }
    }
}
