package vn.coopfund.risk.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Allowed;
import vn.coopfund.web.NavigationPlace;

/** Risk in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class RiskPlaces {

    @Bean
    NavigationPlace riskPlace() {
        return new NavigationPlace(45, "risk.place", "/risk", Set.of(OpenToReadersOfRisk.class.getAnnotation(
                Allowed.class).value()), null);
    }
}
