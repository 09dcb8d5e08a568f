package vn.coopfund.servicing;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.SignIns;
import vn.coopfund.web.Refusal;

/** Hands out a loan to an act: locked, or to look at; a loan that the actor may not see is not there. */
@Component
class LoanDesk {

    private final LoanRepository loans;
    private final SignIns signIns;
    private final BusinessDay businessDay;
    private final EntityManager entities;

    LoanDesk(LoanRepository loans, SignIns signIns, BusinessDay businessDay, EntityManager entities) {
        this.loans = loans;
        this.signIns = signIns;
        this.businessDay = businessDay;
        this.entities = entities;
    }

    /** Locked until the transaction ends: acts on one loan follow one another, and the day is not closed meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    Loan lock(Subject subject) {
        businessDay.hold();
        return loans.lock(subject.id()).filter(loan -> mayRead(Actors.current(), loan)).orElseThrow(Refusal::notFound);
    }

    /** Many of the actor's fund, by id; for work on all loans. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Loan> lockAll(List<Long> ids) {
        return loans.lockAll(ids.toArray(Long[]::new));
    }

    /** Drops loans that were only read, so that work on all of them does not fill the memory. */
    void forget(List<Loan> read) {
        read.forEach(entities::detach);
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
