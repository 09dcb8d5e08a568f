package vn.coopfund.ledger.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The books in the head of the pages. */
@Configuration(proxyBeanMethods = false)
class BooksPlaces {

    @Bean
    NavigationPlace booksPlace() {
        return new NavigationPlace(60, "ledger.place", "/books",
                Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER), null);
    }
}
