package vn.coopfund.origination.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The applications in the head of every page. */
@Configuration(proxyBeanMethods = false)
class OriginationPlaces {

    @Bean
    NavigationPlace applicationsPlace() {
        EnumSet<Role> readers = EnumSet.complementOf(EnumSet.of(Role.ALLIANCE_VIEWER, Role.ADMINISTRATOR));
        return new NavigationPlace(20, "origination.applications", "/applications", readers, null);
    }
}
