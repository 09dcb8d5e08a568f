package vn.coopfund.servicing;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** What those who check and approve a disbursement do with it. */
@Component
class DisbursementDesk {

    private final LoanDesk desk;
    private final DisbursementRepository disbursements;
    private final CaseEvents events;

    DisbursementDesk(LoanDesk desk, DisbursementRepository disbursements, CaseEvents events) {
        this.desk = desk;
        this.disbursements = disbursements;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sign(Subject subject, Consumer<Disbursement> signature, String event) {
        signature.accept(of(desk.lock(subject)));
        disbursements.flush();
        events.note(subject, event);
    }

    /** To the accountant who prepared it, with what is to be mended. */
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(Subject subject, String why) {
        if (why == null) {
            throw Refusal.invalid("comment", "servicing.refused.say-why");
        }
        of(desk.lock(subject)).giveBack();
        disbursements.flush();
        events.note(subject, "servicing.event.disbursement-returned", why);
    }

    void flush() {
        disbursements.flush();
    }

    /** The one on its way. */
    Disbursement of(Loan loan) {
        return onItsWay(loan).orElseThrow(Refusal::notFound);
    }

    Optional<Disbursement> onItsWay(Loan loan) {
        return disbursements.findByLoanIdOrderByTranche(loan.id()).stream().filter(Disbursement::isOnItsWay).findFirst();
    }

    /** The one given back by who checks or approves, or the next tranche. */
    Disbursement toPrepare(Loan loan) {
        return onItsWay(loan).orElseGet(() ->
                new Disbursement(loan, disbursements.findByLoanIdOrderByTranche(loan.id()).size() + 1));
    }
}
