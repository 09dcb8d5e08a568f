package vn.coopfund.people.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.people.RoleChanges;
import vn.coopfund.web.NavigationPlace;

/** People and the audit log in the head of the pages; the number is of role changes that wait for this person. */
@Configuration(proxyBeanMethods = false)
class PeoplePlaces {

    @Bean
    NavigationPlace peoplePlace(RoleChanges changes) {
        return new NavigationPlace(15, "people.place", "/people", Set.of(Role.ADMINISTRATOR),
                () -> changes.waitingForActor().size());
    }

    @Bean
    NavigationPlace auditPlace() {
        return new NavigationPlace(95, "people.audit.place", "/audit", Set.of(Role.CONTROLLER, Role.ADMINISTRATOR), null);
    }
}
