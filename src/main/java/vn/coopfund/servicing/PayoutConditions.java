package vn.coopfund.servicing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.collateral.Registrations;

/** Whether money of a loan may leave at all; asked again by every hand that it goes through. */
@Component
class PayoutConditions {

    private final Registrations registrations;
    private final ObjectProvider<PayoutCondition> conditions;

    PayoutConditions(Registrations registrations, ObjectProvider<PayoutCondition> conditions) {
        this.registrations = registrations;
        this.conditions = conditions;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void refuseUnmet(long loan) {
        registrations.refuseUnregistered(loan);
        conditions.orderedStream().forEach(condition -> condition.refuseUnlessMet(loan));
    }
}
