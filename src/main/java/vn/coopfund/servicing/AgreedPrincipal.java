package vn.coopfund.servicing;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.PrincipalDue;

/** A principal amount that the contract agrees for a date. */
@Embeddable
record AgreedPrincipal(LocalDate dueOn, MonetaryAmount amount) {

    static AgreedPrincipal of(PrincipalDue due) {
        return new AgreedPrincipal(due.dueOn(), Dong.of(due.amount()));
    }

    PrincipalDue due() {
        return new PrincipalDue(dueOn, Dong.longOf(amount));
    }
}
