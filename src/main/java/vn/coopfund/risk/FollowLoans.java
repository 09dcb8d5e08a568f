package vn.coopfund.risk;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.servicing.LoanBegan;
import vn.coopfund.servicing.LoanEnded;
import vn.coopfund.workflow.Processes;

/** The inspections of a loan begin when its money leaves and end with it, in the same transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowLoans {

    static final String PROCESS = "loan-inspection";

    private final Inspections inspections;
    private final RecallCases recalls;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final Processes processes;

    FollowLoans(Inspections inspections, RecallCases recalls, LendingRegulations regulations, BusinessDay businessDay,
            Processes processes) {
        this.inspections = inspections;
        this.recalls = recalls;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.processes = processes;
    }

    @EventListener
    void begin(LoanBegan loan) {
        Subject subject = Subject.loan(loan.loanId());
        LocalDate first = loan.on().plusDays(regulations.on(businessDay.today()).firstInspectionDays());
        inspections.plan(subject, Inspections.Reason.FIRST, first);
        if (!processes.runs(PROCESS, subject)) {
            processes.start(PROCESS, subject);
        }
    }

    @EventListener
    void end(LoanEnded loan) {
        Subject subject = Subject.loan(loan.loanId());
        inspections.end(subject);
        recalls.overtake(subject);
        processes.tell("Message_LoanEnded", subject);
    }
}
