package vn.coopfund.treasury.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The bank in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class BankPlaces {

    @Bean
    NavigationPlace bankPlace() {
        return new NavigationPlace(55, "treasury.place", "/bank/lines",
                Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER), null);
    }
}
