package vn.coopfund.servicing;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.SignIns;
import vn.coopfund.documents.MayRead;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseSubjects;

/** What the inbox, the timeline and the papers need to know of a loan. */
@Component
class LoanCases implements CaseSubjects, MayRead {

    private final LoanRepository loans;
    private final LoanDesk desk;
    private final Borrowers borrowers;
    private final SignIns signIns;
    private final BusinessDay businessDay;

    LoanCases(LoanRepository loans, LoanDesk desk, Borrowers borrowers, SignIns signIns, BusinessDay businessDay) {
        this.loans = loans;
        this.desk = desk;
        this.borrowers = borrowers;
        this.signIns = signIns;
        this.businessDay = businessDay;
    }

    @Override
    public boolean concerns(Subject.Type type) {
        return type == Subject.Type.LOAN;
    }

    @Override
    public String title(long id) {
        Loan loan = loans.findById(id).orElseThrow(Refusal::notFound);
        return loan.number() + " · " + borrowers.byId(loan.borrowerId()).name() + " · " + loan.view().projectName();
    }

    @Override
    public Long borrowerOf(long id) {
        return loans.findById(id).map(Loan::borrowerId).orElse(null);
    }

    @Override
    public Collection<Long> signInsOf(long id) {
        return borrowers.signIns(loans.findById(id).orElseThrow(Refusal::notFound).borrowerId());
    }

    /** Acts on one loan follow one another, those of its tasks too. */
    @Override
    public void hold(long id) {
        businessDay.hold();
        loans.lock(id);
    }

    @Override
    public String path(long id) {
        return "/loans/" + id;
    }

    @Override
    public Set<Long> borrowersOf(Actor actor) {
        return signIns.borrowerOf(actor).map(Set::of).orElse(Set.of());
    }

    @Override
    public boolean concerns(Subject subject) {
        return concerns(subject.type());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(Actor actor, Subject subject) {
        return loans.findById(subject.id()).filter(loan -> desk.mayRead(actor, loan)).isPresent();
    }
}
