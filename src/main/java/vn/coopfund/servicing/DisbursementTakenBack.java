package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Attachments;
import vn.coopfund.funding.Exposures;
import vn.coopfund.ledger.Posted;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/**
 * A disbursement taken back whole: its entry by a contra entry, its voucher and drawdown note cancelled, its interest
 * back to nothing, its amount promised again and no longer lent. A loan of which nothing is out leaves the count of
 * funded projects and waits to be disbursed again.
 */
@Component
class DisbursementTakenBack implements WaitingAct {

    private final DisbursementRepository disbursements;
    private final TakenReceipts receipts;
    private final Reversals reversals;
    private final Realignment realignment;
    private final ScheduleVersions versions;
    private final EarliestDay earliestDay;
    private final Exposures exposures;
    private final Attachments attachments;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Processes processes;
    private final ApplicationEventPublisher publisher;

    DisbursementTakenBack(DisbursementRepository disbursements, TakenReceipts receipts, Reversals reversals,
            Realignment realignment, ScheduleVersions versions, EarliestDay earliestDay, Exposures exposures, Attachments attachments, BusinessDay businessDay,
            CaseEvents events, BorrowerNotices notices, Processes processes, ApplicationEventPublisher publisher) {
        this.disbursements = disbursements;
        this.receipts = receipts;
        this.reversals = reversals;
        this.realignment = realignment;
        this.versions = versions;
        this.earliestDay = earliestDay;
        this.exposures = exposures;
        this.attachments = attachments;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.processes = processes;
        this.publisher = publisher;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.REVERSE_DISBURSEMENT;
    }

    Disbursement of(Loan loan, long id) {
        return disbursements.findById(id).filter(found -> found.view().loanId() == loan.id()).orElseThrow(Refusal::notFound);
    }

    /** Receipts from before the money that stays out have to be taken back first: there was no debt to meet. */
    void refuseWrong(Loan loan, Disbursement disbursement, LocalDate returnedOn) {
        loan.requireInBooks();
        disbursement.require(DisbursementState.PAID);
        LocalDate paidOn = disbursement.view().paidOn();
        new Refusal.Problems()
                .addIf(returnedOn.isAfter(businessDay.today()), "returnedOn", "servicing.refused.future", businessDay.today())
                .addIf(returnedOn.isBefore(paidOn), "returnedOn", "servicing.refused.before-payout", paidOn)
                .refuseIfAny();
        earliestDay.refuseBefore(loan, paidOn, null);
        LocalDate first = firstWithout(loan, disbursement).orElse(LocalDate.MAX);
        receipts.of(loan.id()).stream().filter(one -> one.stands() && one.valueDate().isBefore(first)).findFirst()
                .ifPresent(early -> {
                    throw Refusal.conflict("servicing.refused.receipts-stand", early.amount(), early.valueDate());
                });
    }

    private Optional<LocalDate> firstWithout(Loan loan, Disbursement gone) {
        return disbursements.findByLoanIdOrderByTranche(loan.id()).stream().map(Disbursement::view)
                .filter(other -> other.stands() && other.id() != gone.view().id()).map(DisbursementView::paidOn)
                .min(LocalDate::compareTo);
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        refuseWrong(loan, of(loan, proposal.targetId()), proposal.valueDate());
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        Disbursement disbursement = of(loan, proposal.targetId());
        LocalDate on = proposal.valueDate();
        DisbursementView paid = disbursement.view();
        Posted back = reversals.takeBack(paid.entryId(), proposal, "disbursement:" + paid.id(), on, checkedBy);
        disbursement.comeBack(on, back, proposal, businessDay.now());
        loan.takeBack(paid.amount(), firstWithout(loan, disbursement).orElse(null));
        disbursements.flush();
        exposures.backToReserved(loan.id(), paid.amount());
        attachments.withdraw(loan.subject(), paid.notePaperId());
        events.tell(loan.subject(), "servicing.event.disbursement-reversed", paid.amount(), paid.paidOn(), on, proposal.why());
        LoanPosition after = realignment.align(loan, LoanBooks.Reason.REVERSED, paid.paidOn(), paid.amount().negate());
        if (loan.disbursedOn() != null) {
            versions.keep(loan, ScheduleVersions.Reason.REVERSAL, after);
        }
        notices.tell(loan, "servicing.notice.disbursement-reversed", loan.number(), paid.amount(), on);
        followBy(loan);
        return Done.of(paid.id());
    }

    private void followBy(Loan loan) {
        boolean nothingIsOut = loan.disbursedOn() == null;
        if (nothingIsOut) {
            processes.tell("Message_DisbursementReturned", loan.subject());
            publisher.publishEvent(new LoanEnded(loan.id()));
        }
        if (!processes.runs("loan-disbursement", loan.subject())) {
            processes.start("loan-disbursement", loan.subject(), Map.of("firstDisbursement", nothingIsOut));
        }
    }
}
