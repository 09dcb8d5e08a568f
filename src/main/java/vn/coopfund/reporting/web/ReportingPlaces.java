package vn.coopfund.reporting.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The progress page in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class ReportingPlaces {

    @Bean
    NavigationPlace progressPlace() {
        return new NavigationPlace(45, "reporting.place", "/progress", Set.of(Role.LOAN_OFFICER, Role.APPRAISER,
                Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ACCOUNTANT,
                Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER), null);
    }

    @Bean
    NavigationPlace limitsPlace() {
        return new NavigationPlace(46, "reporting.limits.place", "/limits", Set.of(Role.HEAD_OF_LENDING, Role.DIRECTOR,
                Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER), null);
    }
}
