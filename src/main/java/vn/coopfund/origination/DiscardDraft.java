package vn.coopfund.origination;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Throws a draft away: by who writes it, before it was ever handed in. Its row stays for the record, out of all lists. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class DiscardDraft {

    private final Applications applications;
    private final CaseEvents events;
    private final OfferedSecurity security;

    DiscardDraft(Applications applications, CaseEvents events, OfferedSecurity security) {
        this.applications = applications;
        this.events = events;
        this.security = security;
    }

    public void discard(Subject subject) {
        Application application = applications.visible(subject.id());
        SaveApplication.refuseForeignHand(application);
        if (!application.view().isDiscardable()) {
            throw Refusal.conflict("origination.not-a-draft", "#" + application.state().key());
        }
        application.withdraw(null);
        security.giveBack(application);
        events.tell(subject, "origination.event.discarded");
    }
}
