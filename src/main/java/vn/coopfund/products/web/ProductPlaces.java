package vn.coopfund.products.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The calculator in the head of every page, the regulation for those who keep and control it. */
@Configuration(proxyBeanMethods = false)
class ProductPlaces {

    @Bean
    NavigationPlace calculatorPlace() {
        EnumSet<Role> lendersAndBorrowers = EnumSet.complementOf(EnumSet.of(Role.ALLIANCE_VIEWER, Role.ADMINISTRATOR));
        return new NavigationPlace(80, "products.place", "/calculator", lendersAndBorrowers, null);
    }

    @Bean
    NavigationPlace regulationPlace() {
        EnumSet<Role> keepers = EnumSet.of(Role.ADMINISTRATOR, Role.CONTROLLER);
        return new NavigationPlace(85, "products.regulation.place", "/products/regulation", keepers, null);
    }
}
