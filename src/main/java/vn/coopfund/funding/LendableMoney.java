package vn.coopfund.funding;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyAtHand;

/** Money that could leave the fund today. */
@Component
public class LendableMoney implements MoneyAtHand {

    private final Balances balances;
    private final Exposures exposures;
    private final BusinessDay businessDay;

    LendableMoney(Balances balances, Exposures exposures, BusinessDay businessDay) {
        this.balances = balances;
        this.exposures = exposures;
        this.businessDay = businessDay;
    }

    /** Cash, demand deposits and money in transit (111, 112, 113). */
    public MonetaryAmount atHand() {
        LocalDate today = businessDay.today();
        return Dong.of(balances.of(KnownAccount.CASH, today) + balances.of(KnownAccount.BANK, today)
                + balances.of(KnownAccount.TRANSIT, today));
    }

    @Override
    public void lock() {
        exposures.lock();
    }

    /** Money at hand less what is promised and not disbursed; negative where more is promised than there is. */
    @Override
    public MonetaryAmount freeToLend() {
        return atHand().subtract(exposures.reserved());
    }
}
