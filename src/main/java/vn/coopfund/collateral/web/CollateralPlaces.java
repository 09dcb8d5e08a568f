package vn.coopfund.collateral.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;

/** The register of collateral in the head of the pages of those who lend, keep and read. */
@Configuration(proxyBeanMethods = false)
class CollateralPlaces {

    @Bean
    NavigationPlace collateralPlace() {
        return new NavigationPlace(58, "collateral.place", "/collateral", Set.of(Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER,
                Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER), null);
    }
}
