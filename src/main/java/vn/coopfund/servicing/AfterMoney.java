package vn.coopfund.servicing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** What follows when money met a loan: exposure, standing, timeline, settlement, and word to the process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AfterMoney {

    private final LoanRepository loans;
    private final Exposures exposures;
    private final Standings standings;
    private final CaseEvents events;
    private final Processes processes;

    AfterMoney(LoanRepository loans, Exposures exposures, Standings standings, CaseEvents events, Processes processes) {
        this.loans = loans;
        this.exposures = exposures;
        this.standings = standings;
        this.events = events;
        this.processes = processes;
    }

    void received(Loan loan, Reckoning reckoning) {
        Receipt receipt = reckoning.receipt();
        events.tell(loan.subject(), "servicing.event.received", receipt.amount(), receipt.valueDate(),
                "#" + receipt.channel().key(), Dong.of(reckoning.after().principalOutstanding()));
        met(loan, Allocations.plus(reckoning.own(), reckoning.change()), reckoning.after(), true);
    }

    void creditUsed(Loan loan, Allocation used, LoanPosition after) {
        events.tell(loan.subject(), "servicing.event.credit-used", Dong.of(-used.credit()),
                Dong.of(after.principalOutstanding()));
        met(loan, used, after, false);
    }

    private void met(Loan loan, Allocation moved, LoanPosition after, boolean fresh) {
        if (moved.principal() != 0) {
            exposures.reduce(loan.id(), Dong.of(moved.principal()));
        }
        standings.put(loan, after);
        if (after.isSettled()) {
            loan.settle(after.settledOn());
            events.tell(loan.subject(), "servicing.event.settled", loan.number());
        }
        loans.flush();
        if (fresh) {
            processes.tell("Message_PaymentReceived", loan.subject());
        }
        if (after.daysPastDue() == 0) {
            processes.tell("Message_ArrearsCleared", loan.subject());
        }
        if (after.isSettled()) {
            processes.tell("Message_LoanSettled", loan.subject());
        }
    }
}
