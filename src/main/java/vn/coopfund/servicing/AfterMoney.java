package vn.coopfund.servicing;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final ChargedOffBooks chargedOff;
    private final OvertakenProposals overtaken;
    private final ApplicationEventPublisher publisher;
    private final JdbcClient jdbc;

    AfterMoney(LoanRepository loans, Exposures exposures, Standings standings, CaseEvents events, Processes processes,
            ChargedOffBooks chargedOff, OvertakenProposals overtaken,
            ApplicationEventPublisher publisher, JdbcClient jdbc) {
        this.loans = loans;
        this.exposures = exposures;
        this.standings = standings;
        this.events = events;
        this.processes = processes;
        this.chargedOff = chargedOff;
        this.overtaken = overtaken;
        this.publisher = publisher;
        this.jdbc = jdbc;
    }

    /** What a debt off the balance sheet grew to is noted before money makes it less. */
    void before(Loan loan, Reckoning reckoning) {
        chargedOff.bring(loan, reckoning.before(), reckoning.receipt().valueDate());
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

    /**
     * Facts changed in another way than by a receipt.
     *
     * @param repaid by how much less principal is owed than what stood before, disbursements left aside, đồng
     */
    void changed(Loan loan, long repaid, LoanPosition after) {
        follow(loan, repaid, after, false);
    }

    private void met(Loan loan, Allocation moved, LoanPosition after, boolean fresh) {
        follow(loan, moved.principal(), after, fresh);
    }

    private void follow(Loan loan, long repaid, LoanPosition after, boolean fresh) {
        if (repaid > 0) {
            exposures.reduce(loan.id(), Dong.of(repaid));
        } else if (repaid < 0) {
            exposures.restore(loan.id(), Dong.of(-repaid));
        }
        standings.put(loan, after);
        chargedOff.bring(loan, after, after.day());
        boolean settles = after.isSettled() && loan.state().isRunning() && loan.state() != LoanState.PARTLY_DISBURSED;
        boolean reopens = !after.isSettled() && loan.state().isSettled();
        if (settles) {
            loan.settle(after.settledOn());
            events.tell(loan.subject(), "servicing.event.settled", loan.number());
            overtaken.lapse(loan);
            publisher.publishEvent(new LoanEnded(loan.id()));
        } else if (reopens) {
            loan.reopen();
            events.tell(loan.subject(), "servicing.event.reopened", loan.number());
        }
        loans.flush();
        if (reopens || processes.mayWaitForAny(loan.subject(), "Message_PaymentReceived", "Message_ArrearsCleared",
                "Message_LoanSettled")) {
            tellProcesses(loan, fresh, after.daysPastDue() == 0, settles);
        }
        if (reopens) {
            watchAgain(loan);
            if (loan.state().isInBooks()) {
                publisher.publishEvent(new LoanBegan(loan.id(), after.day()));
            }
        }
    }

    private void tellProcesses(Loan loan, boolean fresh, boolean cleared, boolean settles) {
        if (fresh) {
            processes.tell("Message_PaymentReceived", loan.subject());
        }
        if (cleared) {
            processes.tell("Message_ArrearsCleared", loan.subject());
        }
        if (settles) {
            processes.tell("Message_LoanSettled", loan.subject());
        }
    }

    /** Back from the release of its security or, where its process has ended, by a new one. */
    private void watchAgain(Loan loan) {
        boolean followed = processes.tell("Message_LoanReopened", loan.subject());
        if (!followed && !processes.runs("loan-repayment", loan.subject())) {
            processes.start("loan-repayment", loan.subject(), Map.of("secured", loan.secured() && !isReleased(loan)));
        }
    }

    private boolean isReleased(Loan loan) {
        return jdbc.sql("select exists (select 1 from servicing.collateral_release where loan_id = ?)").param(loan.id())
                .query(Boolean.class).single();
    }
}
