package vn.coopfund.servicing;

import org.springframework.stereotype.Component;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.notices.Notices;

/** Tells the people who sign in for a loan's borrower. */
@Component("loanBorrowerNotices")
class BorrowerNotices {

    private final Borrowers borrowers;
    private final Notices notices;

    BorrowerNotices(Borrowers borrowers, Notices notices) {
        this.borrowers = borrowers;
        this.notices = notices;
    }

    void tell(Loan loan, String code, Object... args) {
        notices.tell(borrowers.signIns(loan.borrowerId()), "/loans/" + loan.id(), code, args);
    }
}
