package vn.coopfund.origination;

import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.Refusal;

/** Whether a file can be handed in. */
@Component
class Readiness {

    private final Checklist checklist;
    private final Borrowers borrowers;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    Readiness(Checklist checklist, Borrowers borrowers, LendingRegulations regulations, BusinessDay businessDay) {
        this.checklist = checklist;
        this.borrowers = borrowers;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** Says at once all that is missing. */
    void refuseUnready(Application application) {
        Refusal.Problems problems = new Refusal.Problems();
        ContentRules.refuseIncomplete(application.content(), regulations.on(businessDay.today()), problems);
        BorrowerView borrower = borrowers.byId(application.borrowerId());
        problems.addIf(!borrower.profileComplete(), "profile", "origination.profile-incomplete")
                .addIf(!borrower.consentGiven(), "consent", "origination.consent-missing");
        checklist.missing(application.view())
                .forEach(item -> problems.add("papers", "origination.paper.missing", "#" + item.label()));
        problems.refuseIfAny();
    }
}
