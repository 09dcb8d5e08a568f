package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.funding.Exposures;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.schedule.LoanPosition;

/** What happens when the money of a loan leaves: loan, books, limits, schedule and papers, all in one transaction. */
@Component
class Payout {

    private final DisbursementRepository disbursements;
    private final Journal journal;
    private final Exposures exposures;
    private final Positions positions;
    private final ScheduleVersions versions;
    private final Standings standings;
    private final LoanVouchers vouchers;
    private final DrawdownNotes notes;

    Payout(DisbursementRepository disbursements, Journal journal, Exposures exposures, Positions positions,
            ScheduleVersions versions, Standings standings, LoanVouchers vouchers, DrawdownNotes notes) {
        this.disbursements = disbursements;
        this.journal = journal;
        this.exposures = exposures;
        this.positions = positions;
        this.versions = versions;
        this.standings = standings;
        this.vouchers = vouchers;
        this.notes = notes;
    }

    /** Returns the drawdown note; the contract's due dates stay, interest starts on that day. */
    @Transactional(propagation = Propagation.MANDATORY)
    DrawdownNotes.Note pay(Loan loan, Disbursement disbursement, LocalDate on, String reference) {
        disbursement.pay(on, reference, Actors.current().id());
        loan.disburse(on);
        disbursements.flush();
        exposures.toOutstanding(loan.id(), loan.principal());
        Posted entry = journal.post(LoanPostings.disbursement(loan, disbursement.view()));
        LoanPosition position = positions.at(loan, on);
        versions.keep(loan, ScheduleVersions.Reason.DISBURSEMENT, position);
        standings.put(loan, position);
        DrawdownNotes.Note note = notes.issue(loan, disbursement, position);
        disbursement.keepPapers(vouchers.disbursement(loan, disbursement.view(), entry), note.number(), note.paperId());
        disbursements.flush();
        return note;
    }
}
