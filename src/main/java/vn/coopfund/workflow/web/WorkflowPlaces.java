package vn.coopfund.workflow.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Waiting;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.Incidents;

/** The inbox in the head of every page of those who work in the fund. */
@Configuration(proxyBeanMethods = false)
class WorkflowPlaces {

    @Bean
    NavigationPlace inboxPlace(Inbox inbox, Waiting waiting) {
        EnumSet<Role> workers = EnumSet.complementOf(EnumSet.of(Role.BORROWER, Role.ALLIANCE_VIEWER,
                Role.ADMINISTRATOR, Role.CONTROLLER));
        return new NavigationPlace(10, "workflow.inbox", "/inbox", workers, 
                () -> inbox.count(Actors.current()) + waiting.count(Actors.current()));
    }

    @Bean
    NavigationPlace workPlace() {
        return new NavigationPlace(11, "workflow.work.place", "/work", EnumSet.of(Role.HEAD_OF_LENDING, Role.DIRECTOR,
                Role.CHIEF_ACCOUNTANT, Role.COUNCIL_CHAIR, Role.CONTROLLER), null);
    }

    /** The number is of steps that stand still after a failure. */
    @Bean
    NavigationPlace processesPlace(Incidents incidents) {
        return new NavigationPlace(16, "workflow.models.place", "/processes", EnumSet.of(Role.ADMINISTRATOR), incidents::count);
    }
}
