package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Takes a debt out of the balance sheet against provisions (Decree 45/2021/NĐ-CP art. 28). The debt, its collateral and
 * contract interest continue in memorandum, and in the exposure that limits the customer's loans.
 */
@Act
@Allowed(Role.COUNCIL_CHAIR)
public class ChargeOffLoan {

    private static final int WORST = 5;

    private final LoanDesk desk;
    private final LoanRepository loans;
    private final Positions positions;
    private final LoanBooks books;
    private final NonAccrual nonAccrual;
    private final ChargedOffBooks chargedOff;
    private final Journal journal;
    private final LoanPostings postings;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final OvertakenProposals overtaken;
    private final ApplicationEventPublisher publisher;
    private final ChargeOffs chargeOffs;

    ChargeOffLoan(LoanDesk desk, LoanRepository loans, Positions positions, LoanBooks books, NonAccrual nonAccrual,
            ChargedOffBooks chargedOff, Journal journal, LoanPostings postings, BusinessDay businessDay, CaseEvents events,
            OvertakenProposals overtaken, ApplicationEventPublisher publisher, ChargeOffs chargeOffs) {
        this.desk = desk;
        this.loans = loans;
        this.positions = positions;
        this.books = books;
        this.nonAccrual = nonAccrual;
        this.chargedOff = chargedOff;
        this.journal = journal;
        this.postings = postings;
        this.businessDay = businessDay;
        this.events = events;
        this.overtaken = overtaken;
        this.publisher = publisher;
        this.chargeOffs = chargeOffs;
    }

    /**
     * The entry it posted.
     *
     * @param use   what of the provisions it uses, at most the principal
     * @param paper the council's decision
     */
    public Posted chargeOff(Subject subject, ProvisionUse use, String paper) {
        Loan loan = desk.lock(subject);
        loan.requireWhole();
        LocalDate today = businessDay.today();
        RunningLoan running = positions.of(loan);
        LoanPosition position = running.at(today);
        if (use.total() > position.principalOutstanding()) {
            throw Refusal.conflict("servicing.refused.more-than-principal", Dong.of(position.principalOutstanding()));
        }
        ChargeOffs.Begun begun = chargeOffs.begin(loan);
        nonAccrual.moveTo(loan, WORST, today, null);
        books.accrue(loan, running, today, today);
        chargedOff.takeOver(loan, today);
        Posted entry = journal.post(postings.chargeOff(loan, begun.id(), today, position.principalOutstanding(), use));
        chargeOffs.keep(loan, begun, today, entry);
        loan.chargeOff(today);
        loans.flush();
        chargedOff.bring(loan, position, today);
        events.note(subject, "servicing.event.charged-off", Dong.of(position.principalOutstanding()), paper);
        overtaken.lapse(loan);
        publisher.publishEvent(new LoanEnded(loan.id()));
        return entry;
    }
}
