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
import vn.coopfund.web.Refusal;

/** What the fund can pay out today by each channel, by its books: in cash, or from the usual account at the bank. */
@Component
public class MoneyAtHand {

    private final Balances balances;
    private final Exposures exposures;
    private final BusinessDay businessDay;
    private final PostingTemplates templates;

    MoneyAtHand(Balances balances, Exposures exposures, BusinessDay businessDay, PostingTemplates templates) {
        this.balances = balances;
        this.exposures = exposures;
        this.businessDay = businessDay;
        this.templates = templates;
    }

    @Transactional(readOnly = true)
    public MonetaryAmount by(Channel channel) {
        return Dong.of(balances.ofItself(account(channel), businessDay.today()));
    }

    /** On which it stands in the books. */
    String account(Channel channel) {
        return templates.account(channel == Channel.CASH ? KnownAccount.CASH : KnownAccount.BANK);
    }

    String loanAccount() {
        return templates.account(KnownAccount.LOANS);
    }

    /** Under the fund's row lock, so that two payments do not both see the same money. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refuseBeyond(Channel channel, MonetaryAmount amount) {
        exposures.lock();
        MonetaryAmount there = by(channel);
        if (amount.isGreaterThan(there)) {
            throw Refusal.invalid("channel", "servicing.refused.money-at-hand", amount, there, "#" + channel.key());
        }
    }
}
