package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Exposures;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.schedule.LoanPosition;

/** What happens when the money of a loan leaves: loan, books, limits, schedule and papers, all in one transaction. */
@Component
class Payout {

    private final DisbursementRepository disbursements;
    private final Journal journal;
    private final LoanPostings postings;
    private final Exposures exposures;
    private final Positions positions;
    private final ScheduleVersions versions;
    private final Realignment realignment;
    private final LoanFacts facts;
    private final LoanVouchers vouchers;
    private final DrawdownNotes notes;
    private final BusinessDay businessDay;

    Payout(DisbursementRepository disbursements, Journal journal, LoanPostings postings, Exposures exposures, Positions positions,
            ScheduleVersions versions, Realignment realignment, LoanFacts facts, LoanVouchers vouchers,
            DrawdownNotes notes, BusinessDay businessDay) {
        this.disbursements = disbursements;
        this.journal = journal;
        this.postings = postings;
        this.exposures = exposures;
        this.positions = positions;
        this.versions = versions;
        this.realignment = realignment;
        this.facts = facts;
        this.vouchers = vouchers;
        this.notes = notes;
        this.businessDay = businessDay;
    }

    /** Returns the drawdown note; the contract's due dates stay, interest on this money starts on that day. */
    @Transactional(propagation = Propagation.MANDATORY)
    DrawdownNotes.Note pay(Loan loan, Disbursement disbursement, LocalDate on, String reference) {
        int turn = loan.disbursedOn() == null ? 0 : facts.nextTurn(loan);
        disbursement.pay(on, reference, Actors.current().id());
        loan.disburse(on, disbursement.amount());
        disbursements.flush();
        exposures.toOutstanding(loan.id(), disbursement.amount());
        Posted entry = journal.post(postings.disbursement(loan, disbursement.view()));
        disbursement.book(turn, entry.entryId(), businessDay.now());
        disbursements.flush();
        LoanPosition position = Realignment.possible(() -> positions.at(loan, on));
        versions.keep(loan, ScheduleVersions.Reason.DISBURSEMENT, position);
        realignment.align(loan, LoanBooks.Reason.DISBURSED, on, disbursement.amount());
        DrawdownNotes.Note note = notes.issue(loan, disbursement, position);
        disbursement.keepPapers(vouchers.disbursement(loan, disbursement.view(), entry), note.number(), note.paperId());
        disbursements.flush();
        return note;
    }
}
