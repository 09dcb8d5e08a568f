package vn.coopfund.servicing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.SignIns;
import vn.coopfund.web.Refusal;

/** Hands out a loan to an act: locked, or to look at; a loan that the actor may not see is not there. */
@Component
class LoanDesk {

    private final LoanRepository loans;
    private final SignIns signIns;

    LoanDesk(LoanRepository loans, SignIns signIns) {
        this.loans = loans;
        this.signIns = signIns;
    }

    /** Locked until the transaction ends: acts on one loan follow one another. */
    @Transactional(propagation = Propagation.MANDATORY)
    Loan lock(Subject subject) {
        return loans.lock(subject.id()).filter(loan -> mayRead(Actors.current(), loan)).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    Loan look(long id) {
        return loans.findById(id).filter(loan -> mayRead(Actors.current(), loan)).orElseThrow(Refusal::notFound);
    }

    /** The fund's staff read all its loans, a borrower its own. */
    boolean mayRead(Actor actor, Loan loan) {
        boolean own = actor.isSystem() || actor.isStaff()
                || signIns.borrowerOf(actor).filter(borrower -> borrower == loan.borrowerId()).isPresent();
        return own && loan.view().fundId() == actor.fundId();
    }
}
