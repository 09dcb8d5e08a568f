package vn.coopfund.servicing;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Tranche;

/** A part of the principal, and the day on which the contract plans to pay it out. */
@Embeddable
public record PlannedTranche(LocalDate plannedOn, MonetaryAmount amount) {

    static PlannedTranche of(Tranche tranche) {
        return new PlannedTranche(tranche.on(), Dong.of(tranche.amount()));
    }

    Tranche tranche() {
        return new Tranche(plannedOn, Dong.longOf(amount));
    }
}
