package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Values an item that secures loans anew; earlier values stay. */
@Act
@Allowed(Role.APPRAISER)
public class ValueCollateral {

    private final Collaterals collaterals;
    private final BusinessDay businessDay;

    ValueCollateral(Collaterals collaterals, BusinessDay businessDay) {
        this.collaterals = collaterals;
        this.businessDay = businessDay;
    }

    /** @param paper the minutes or certificate of the valuation */
    public void value(long collateral, MonetaryAmount amount, LocalDate on, String paper) {
        LocalDate today = businessDay.today();
        new Refusal.Problems()
                .addIf(amount == null || amount.isNegative(), "amount", "servicing.refused.required")
                .addIf(on == null, "valuedOn", "servicing.refused.required")
                .addIf(on != null && on.isAfter(today), "valuedOn", "servicing.refused.future", today)
                .addIf(paper == null || paper.isBlank(), "paper", "servicing.refused.required").refuseIfAny();
        collaterals.value(collaterals.get(collateral, today).id(), Dong.longOf(amount), on, paper.strip());
    }
}
