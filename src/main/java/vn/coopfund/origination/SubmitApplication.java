package vn.coopfund.origination;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.Processes;

/** Hands the file in: checked, numbered, and from here on under the lending process. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class SubmitApplication {

    private final Applications applications;
    private final Readiness readiness;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Processes processes;
    private final Inbox inbox;
    private final CompleteTask completeTask;

    SubmitApplication(Applications applications, Readiness readiness, NumberSeries numbers, BusinessDay businessDay,
            CaseEvents events, Processes processes, Inbox inbox, CompleteTask completeTask) {
        this.applications = applications;
        this.readiness = readiness;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.events = events;
        this.processes = processes;
        this.inbox = inbox;
        this.completeTask = completeTask;
    }

    /** The first time it gets its receipt number; a file that was sent back for papers goes on where it stood. */
    public ApplicationView submit(Subject subject) {
        Application application = applications.visible(subject.id());
        if (application.state() == ApplicationState.INCOMPLETE) {
            return resubmit(application);
        }
        SaveApplication.refuseForeignHand(application);
        readiness.refuseUnready(application);
        application.submit(numbers.nextWritten("HSVV", businessDay.today().getYear()), businessDay.today());
        events.tell(subject, "origination.event.submitted", application.view().number());
        processes.start("loan-origination", subject);
        return application.view();
    }

    private ApplicationView resubmit(Application application) {
        inbox.on(application.subject()).stream().filter(task -> task.key().equals("Task_SupplementApplication"))
                .findFirst().ifPresent(task -> completeTask.complete(task.id(), Map.of()));
        return application.view();
    }
}
