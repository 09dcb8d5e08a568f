package vn.coopfund.servicing;

import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Subject;

/** Who stands on a side of the loan's case, from its application on, that bars from a vote on it. */
@Component
class LoanSides {

    private final LoanRepository loans;
    private final Duties duties;

    LoanSides(LoanRepository loans, Duties duties) {
        this.loans = loans;
        this.duties = duties;
    }

    boolean bar(Actor member, long loanId) {
        Long application = loans.findById(loanId).orElseThrow().applicationId();
        return application != null && !duties.conflicts(member, Subject.application(application), Duty.VOTE).isEmpty();
    }
}
