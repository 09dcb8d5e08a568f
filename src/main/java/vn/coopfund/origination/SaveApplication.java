package vn.coopfund.origination;

import java.util.function.UnaryOperator;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** Saves what was written so far; a draft may be incomplete, but never impossible. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class SaveApplication {

    private final Applications applications;

    SaveApplication(Applications applications) {
        this.applications = applications;
    }

    /**
     * @param change  from what is there to what shall be there
     * @param reached the step of the form to come back to on another day
     */
    public ApplicationView save(Subject subject, UnaryOperator<ApplicationContent> change, int reached) {
        Application application = applications.visible(subject.id());
        refuseForeignHand(application);
        ApplicationContent content = change.apply(application.content());
        ContentRules.refuseImpossible(content);
        application.write(content, reached);
        return application.view();
    }

    /** A file that the borrower itself began is the borrower's to write. */
    static void refuseForeignHand(Application application) {
        boolean borrower = Actors.current().is(Role.BORROWER);
        if (!borrower && !application.view().walkIn()) {
            throw Refusal.forbidden("origination.borrower-writes");
        }
    }
}
