package vn.coopfund.funding.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** Capital in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class FundingPlaces {

    @Bean
    NavigationPlace capitalPlace() {
        return new NavigationPlace(50, "funding.place", "/funding", Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT,
                Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR), null);
    }
}
