package vn.coopfund.cooperatives;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;

/** Takes a paper out of a borrower's file; it is kept, marked. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
public class WithdrawBorrowerPaper {

    private final Attachments attachments;
    private final BorrowerSight sight;

    WithdrawBorrowerPaper(Attachments attachments, BorrowerSight sight) {
        this.attachments = attachments;
        this.sight = sight;
    }

    public void withdraw(Subject borrower, long paperId) {
        sight.open(borrower.id());
        attachments.withdraw(borrower, paperId);
    }
}
