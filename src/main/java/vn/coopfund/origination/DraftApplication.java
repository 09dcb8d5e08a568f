package vn.coopfund.origination;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Begins an application: by a cooperative for itself, or by a loan officer for a walk-in with its signed paper. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class DraftApplication {

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Borrowers borrowers;
    private final BusinessDay businessDay;
    private final Duties duties;
    private final CaseEvents events;

    DraftApplication(ApplicationRepository repository, Applications applications, Borrowers borrowers,
            BusinessDay businessDay, Duties duties, CaseEvents events) {
        this.repository = repository;
        this.applications = applications;
        this.borrowers = borrowers;
        this.businessDay = businessDay;
        this.duties = duties;
        this.events = events;
    }

    /** {@code borrowerId} is needed from a loan officer; a cooperative's own is known, and of others it knows nothing. */
    public ApplicationView draft(Long borrowerId, ApplicationContent content) {
        Actor actor = Actors.current();
        boolean walkIn = !actor.is(Role.BORROWER);
        if (walkIn && borrowerId == null) {
            throw Refusal.invalid("borrowerId", "origination.borrower-needed");
        }
        long borrower = walkIn ? borrowers.byId(borrowerId).id() : own(borrowerId);
        ContentRules.refuseImpossible(content);
        Application application = Application.draft(actor.fundId(), borrower, actor.id(), businessDay.today(), walkIn);
        application.write(content, 1);
        repository.save(application);
        if (walkIn) {
            duties.take(application.subject(), Duty.PREPARE_APPLICATION);
        }
        events.tell(application.subject(), "origination.event.drafted");
        return application.view();
    }

    private long own(Long named) {
        long own = applications.ownBorrower().id();
        if (named != null && named != own) {
            throw Refusal.notFound();
        }
        return own;
    }
}
