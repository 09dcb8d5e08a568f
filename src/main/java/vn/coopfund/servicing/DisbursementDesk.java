package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** What those who check and approve a disbursement do with it. */
@Component
class DisbursementDesk {

    private final LoanDesk desk;
    private final DisbursementRepository disbursements;
    private final BadDebtChecks checks;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    DisbursementDesk(LoanDesk desk, DisbursementRepository disbursements, BadDebtChecks checks,
            BusinessDay businessDay, CaseEvents events) {
        this.desk = desk;
        this.disbursements = disbursements;
        this.checks = checks;
        this.businessDay = businessDay;
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

    /** Money cannot leave on that day by a check for bad debt that is too old by then. */
    void refuseStaleCheck(Subject subject, LocalDate on, String field) {
        checks.refuseStale(desk.lock(subject), on, field);
    }

    /** What the process goes by: that answer, and whether the check for bad debt still serves. */
    Map<String, Object> answer(Subject subject, String name, boolean yes) {
        return Map.of(name, yes, "badDebtCheckFresh", checks.isFresh(desk.lock(subject), businessDay.today()));
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
