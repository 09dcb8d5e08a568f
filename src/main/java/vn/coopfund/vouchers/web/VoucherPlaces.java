package vn.coopfund.vouchers.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.CashSignatures;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.web.NavigationPlace;

/** Papers of money in the head of the pages, with the number of those that wait for the reader. */
@Configuration(proxyBeanMethods = false)
class VoucherPlaces {

    @Bean
    NavigationPlace vouchersPlace(MoneyOrders orders, CashSignatures signatures) {
        return new NavigationPlace(55, "vouchers.place", "/vouchers", Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT,
                Role.CASHIER, Role.DIRECTOR, Role.CONTROLLER), () -> waiting(Actors.current(), orders, signatures));
    }

    private static int waiting(Actor actor, MoneyOrders orders, CashSignatures signatures) {
        return (actor.is(Role.CHIEF_ACCOUNTANT) ? orders.waiting(MoneyOrder.State.PENDING, actor.id()) : 0)
                + (actor.is(Role.CASHIER) ? orders.waiting(MoneyOrder.State.CHECKED, actor.id()) + signatures.waiting() : 0);
    }
}
