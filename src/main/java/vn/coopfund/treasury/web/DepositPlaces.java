package vn.coopfund.treasury.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** Deposits in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class DepositPlaces {

    @Bean
    NavigationPlace depositsPlace() {
        return new NavigationPlace(57, "treasury.deposit.place", "/deposits", Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT,
                Role.DIRECTOR, Role.CONTROLLER), null);
    }
}
