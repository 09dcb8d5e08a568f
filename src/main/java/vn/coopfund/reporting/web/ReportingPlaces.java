package vn.coopfund.reporting.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Role;
import vn.coopfund.reporting.Findings;
import vn.coopfund.reporting.SubLedgerChecks;
import vn.coopfund.web.NavigationPlace;

/** The overview, progress, reports and control in the head of the pages. */
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

    /** Its number is that of the loans whose ledger and books do not agree. */
    @Bean
    NavigationPlace subLedgerPlace(SubLedgerChecks checks) {
        return new NavigationPlace(63, "reporting.sub-ledger.place", "/sub-ledger",
                Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER), checks::alarming);
    }

    @Bean
    NavigationPlace controlPlace() {
        return new NavigationPlace(5, "reporting.control.place", "/control", Set.of(Role.CONTROLLER), null);
    }

    @Bean
    NavigationPlace findingsPlace(Findings findings) {
        return new NavigationPlace(88, "reporting.findings.place", "/control/findings", Set.of(Role.LOAN_OFFICER, Role.APPRAISER,
                Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER),
                findings::waiting);
    }

    @Bean
    NavigationPlace reportsPlace() {
        return new NavigationPlace(62, "reporting.reports.place", "/reports", Set.of(Role.LOAN_OFFICER, Role.HEAD_OF_LENDING,
                Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER,
                Role.CONTROLLER, Role.ALLIANCE_VIEWER), null);
    }

    @Bean
    NavigationPlace limitsPlace() {
        return new NavigationPlace(46, "reporting.limits.place", "/reports/limits", Set.of(Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR,
                Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER), null);
    }
}
