package vn.coopfund.origination;

import org.springframework.stereotype.Component;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.notices.Notices;

/** Tells the people who sign in for an application's borrower. */
@Component
class BorrowerNotices {

    private final Borrowers borrowers;
    private final Notices notices;

    BorrowerNotices(Borrowers borrowers, Notices notices) {
        this.borrowers = borrowers;
        this.notices = notices;
    }

    void tell(ApplicationView application, String code, Object... args) {
        notices.tell(borrowers.signIns(application.borrowerId()), "/applications/" + application.id(), code, args);
    }
}
