package vn.coopfund.servicing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * A receipt taken back: its entry by a contra entry, its voucher cancelled, its fact out of the replay; later receipts
 * meet what they would have met without it, and a settled loan may be owed on again.
 */
@Component
class ReceiptTakenBack implements WaitingAct {

    private final JdbcClient jdbc;
    private final TakenReceipts receipts;
    private final Reversals reversals;
    private final Realignment realignment;
    private final NonAccrual nonAccrual;
    private final ScheduleVersions versions;
    private final EarliestDay earliestDay;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final ApplicationEventPublisher publisher;

    ReceiptTakenBack(JdbcClient jdbc, TakenReceipts receipts, Reversals reversals, Realignment realignment,
            NonAccrual nonAccrual, ScheduleVersions versions, EarliestDay earliestDay, BusinessDay businessDay, CaseEvents events,
            BorrowerNotices notices, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.receipts = receipts;
        this.reversals = reversals;
        this.realignment = realignment;
        this.nonAccrual = nonAccrual;
        this.versions = versions;
        this.earliestDay = earliestDay;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.publisher = publisher;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.REVERSE_REPAYMENT;
    }

    /** What settled a loan is taken back first, and nothing from before its last restructuring. */
    void refuseWrong(Loan loan, TakenReceipt receipt) {
        if (!receipt.stands()) {
            throw Refusal.conflict("servicing.refused.reversed-already", receipt.amount(), receipt.valueDate(),
                    receipt.reversedOn());
        }
        if (!loan.state().isRunning() && !loan.state().isSettled()) {
            loan.requireRunning();
        }
        TakenReceipt last = receipts.lastOf(loan).orElseThrow();
        if (loan.state().isSettled() && last.id() != receipt.id()) {
            throw Refusal.conflict("servicing.refused.settled-after", last.amount(), last.valueDate());
        }
        earliestDay.refuseBefore(loan, receipt.valueDate(), null);
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        refuseWrong(loan, receipts.byId(loan.id(), proposal.targetId()));
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        TakenReceipt receipt = receipts.byId(loan.id(), proposal.targetId());
        Posted back = reversals.takeBack(receipt.entryId(), proposal, "repayment:" + receipt.id(), null, checkedBy);
        jdbc.sql("""
                update servicing.repayment set reversed_on = ?, reversal_booked_on = ?, reversal_entry_id = ?,
                    reversal_id = ?, reversal_reason = ?, reversed_at = clock_timestamp() where id = ?""")
                .params(businessDay.today(), back.bookedOn(), back.entryId(), proposal.id(), proposal.why(), receipt.id())
                .update();
        events.tell(loan.subject(), "servicing.event.receipt-reversed", receipt.amount(), receipt.valueDate(), proposal.why());
        LoanPosition after = realignment.align(loan, LoanBooks.Reason.REVERSED, receipt.valueDate(), Dong.ZERO);
        nonAccrual.takenBack(loan, receipt);
        versions.keep(loan, ScheduleVersions.Reason.REVERSAL, after);
        notices.tell(loan, "servicing.notice.receipt-reversed", loan.number(), receipt.amount(), receipt.valueDate());
        publisher.publishEvent(new RepaymentTakenBack(receipt.id(), loan.id(), receipt.entryId(), back.entryId(),
                proposal.why()));
        return Done.of(receipt.id());
    }
}
