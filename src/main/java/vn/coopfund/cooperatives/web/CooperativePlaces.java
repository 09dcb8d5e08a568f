package vn.coopfund.cooperatives.web;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The registry and the borrower's own profile in the head of every page. */
@Configuration(proxyBeanMethods = false)
class CooperativePlaces {

    @Bean
    NavigationPlace registryPlace() {
        EnumSet<Role> readers = EnumSet.complementOf(EnumSet.of(Role.BORROWER, Role.ALLIANCE_VIEWER));
        return new NavigationPlace(40, "cooperatives.place", "/cooperatives", readers, null);
    }

    @Bean
    NavigationPlace profilePlace() {
        return new NavigationPlace(90, "cooperatives.profile.place", "/profile", Set.of(Role.BORROWER), null);
    }
}
