package vn.coopfund.workflow.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.Waiting;
import vn.coopfund.workflow.Inbox;

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
}
