package vn.coopfund.council.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Allowed;
import vn.coopfund.web.NavigationPlace;

/** The council in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class CouncilPlaces {

    @Bean
    NavigationPlace councilPlace() {
        return new NavigationPlace(25, "council.place", "/council", Set.of(OpenToReadersOfCouncil.class.getAnnotation(
                Allowed.class).value()), null);
    }
}
