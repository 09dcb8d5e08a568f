package vn.coopfund.reporting.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The overview and the progress page in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class ReportingPlaces {

    @Bean
    NavigationPlace overviewPlace() {
        return new NavigationPlace(1, "reporting.overview", "/overview", Set.of(Role.DIRECTOR, Role.COUNCIL_MEMBER,
                Role.COUNCIL_CHAIR, Role.CONTROLLER, Role.ALLIANCE_VIEWER), null);
    }

    @Bean
    NavigationPlace progressPlace() {
        return new NavigationPlace(45, "reporting.place", "/progress", Set.of(Role.LOAN_OFFICER, Role.APPRAISER,
                Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ACCOUNTANT,
                Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER), null);
    }
}
