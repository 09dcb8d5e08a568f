package vn.coopfund.origination;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.funding.Exposures;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** Takes the application back, any time before the contract is signed. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class WithdrawApplication {

    private final Applications applications;
    private final CaseEvents events;
    private final Processes processes;
    private final Exposures exposures;
    private final CouncilMatters matters;
    private final OfferedSecurity security;

    WithdrawApplication(Applications applications, CaseEvents events, Processes processes, Exposures exposures,
            CouncilMatters matters, OfferedSecurity security) {
        this.applications = applications;
        this.events = events;
        this.processes = processes;
        this.exposures = exposures;
        this.matters = matters;
        this.security = security;
    }

    public ApplicationView withdraw(Subject subject, String reason) {
        Application application = applications.visible(subject.id());
        boolean borrower = Actors.current().is(Role.BORROWER);
        if (!borrower && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("reason", "origination.withdrawal.reason");
        }
        boolean reserved = application.state() == ApplicationState.APPROVED;
        application.withdraw(reason);
        security.giveBack(application);
        processes.tell("Message_ApplicationWithdrawn", subject);
        matters.takeBack(subject);
        if (reserved) {
            exposures.release(application.id());
        }
        events.tell(subject, "origination.event.withdrawn");
        return application.view();
    }
}
