package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.database.Ids;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Periods;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.web.Refusal;

/** Receipts on loans: refused, worked out, or posted with everything that goes with them. */
@Component
class Receipts {

    private final JdbcClient jdbc;
    private final Positions positions;
    private final LoanFacts facts;
    private final LoanBooks books;
    private final Alignments alignments;
    private final NonAccrual nonAccrual;
    private final Periods periods;
    private final LoanJournal journal;
    private final BackDating backDating;
    private final LoanPostings postings;
    private final BusinessDay businessDay;
    private final LoanVouchers vouchers;
    private final ScheduleVersions versions;
    private final AfterMoney afterMoney;
    private final EarliestDay earliestDay;
    private final ApplicationEventPublisher publisher;
    private final Ids ids;

    Receipts(JdbcClient jdbc, Positions positions, LoanFacts facts, LoanBooks books, Alignments alignments, NonAccrual nonAccrual, Periods periods,
            LoanJournal journal, BackDating backDating,
            LoanPostings postings, BusinessDay businessDay, LoanVouchers vouchers, ScheduleVersions versions,
            AfterMoney afterMoney, EarliestDay earliestDay, ApplicationEventPublisher publisher, Ids ids) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.facts = facts;
        this.books = books;
        this.alignments = alignments;
        this.nonAccrual = nonAccrual;
        this.periods = periods;
        this.journal = journal;
        this.backDating = backDating;
        this.postings = postings;
        this.businessDay = businessDay;
        this.vouchers = vouchers;
        this.versions = versions;
        this.afterMoney = afterMoney;
        this.earliestDay = earliestDay;
        this.publisher = publisher;
        this.ids = ids;
    }

    /**
     * Money that waited is taken on a settled loan too: it came before anybody could know.
     *
     * @param proposal that waited; null for a receipt of now
     * @throws Refusal saying everything that is wrong with it on this loan
     */
    void refuseWrong(Loan loan, Receipt receipt, Long proposal) {
        receipt.problems().refuseIfAny();
        if (proposal == null || !loan.state().isSettled()) {
            loan.requireRunning();
        }
        LocalDate today = businessDay.today();
        LocalDate on = receipt.valueDate();
        new Refusal.Problems()
                .addIf(on.isAfter(today), "valueDate", "servicing.refused.future", today)
                .addIf(on.isBefore(loan.disbursedOn()), "valueDate", "servicing.refused.before-disbursement", loan.disbursedOn())
                .refuseIfAny();
        earliestDay.refuseBefore(loan, on, "valueDate");
        refuseKnownReference(receipt, proposal);
        if (receipt.early() == EarlyRepayment.PAYOFF) {
            refuseShortPayoff(loan, receipt);
        }
    }

    private void refuseKnownReference(Receipt receipt, Long proposal) {
        boolean known = receipt.channel() == Channel.BANK && receipt.reference() != null && jdbc.sql("""
                select exists (select 1 from servicing.repayment
                               where fund_id = :fund and reference = :reference and channel = 'BANK'
                                 and reversed_on is null)
                    or exists (select 1 from servicing.proposal
                               where fund_id = :fund and reference = :reference and channel = 'BANK'
                                 and state = 'PENDING' and id <> :proposal)""")
                .param("fund", Actors.current().fundId()).param("reference", receipt.reference())
                .param("proposal", proposal == null ? 0L : proposal).query(Boolean.class).single();
        if (known) {
            throw new Refusal(Refusal.Kind.CONFLICT, List.of(
                    new Refusal.Reason("reference", "servicing.refused.reference-known", receipt.reference())));
        }
    }

    private void refuseShortPayoff(Loan loan, Receipt receipt) {
        LocalDate last = jdbc.sql("select max(value_date) from servicing.repayment where loan_id = ? "
                + "and reversed_on is null")
                .param(loan.id()).query(LocalDate.class).optional().orElse(loan.disbursedOn());
        if (receipt.valueDate().isBefore(last)) {
            throw Refusal.invalid("valueDate", "servicing.refused.before-last-receipt", last);
        }
        long quote = positions.of(loan).payoffQuote(receipt.valueDate()).total();
        if (Dong.longOf(receipt.amount()) < quote) {
            throw Refusal.invalid("amount", "servicing.refused.payoff-short", Dong.of(quote), receipt.valueDate());
        }
    }

    /** Learned of too late, or belonging to a closed month: not for one person alone. */
    boolean needsSecondPerson(Receipt receipt) {
        return backDating.needsSecondPerson(receipt.valueDate());
    }

    Reckoning reckon(Loan loan, Receipt receipt, long id) {
        LocalDate today = businessDay.today();
        LoanFacts.Recorded recorded = facts.recorded(loan);
        int turn = recorded.nextTurn();
        InBooks days = new InBooks(periods.bookingDay(receipt.valueDate()), null);
        RunningLoan known = positions.of(loan, recorded.standing());
        LoanFact.Payment payment = LoanFacts.payment(id, receipt.valueDate(), turn, Dong.longOf(receipt.amount()), receipt.early());
        RunningLoan running = known.with(payment);
        LoanPosition after = Realignment.possible(() -> running.at(today));
        Allocation own = after.payments().get(String.valueOf(id));
        LoanBooks.Rows posted = books.rows(loan)
                .with(new LoanBooks.Row(days, new LoanBooks.Standing(0, null, own, 0)));
        return new Reckoning(id, receipt, turn, known.at(today), after, own, Realignment.possible(() -> alignments.of(loan, running,
                recorded.with(new LoanFacts.Dated(payment, days)), posted, receipt.valueDate(), receipt.valueDate())));
    }

    /** Posts it, with its voucher, and lets everybody concerned know; the loan is locked by the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    RepaymentResult post(Loan loan, Receipt receipt, Proposal proposal, Long checkedBy) {
        Reckoning reckoning = reckon(loan, receipt, ids.next("servicing.repayment_seq"));
        List<Alignments.Alignment> days = reckoning.alignments();
        Alignments.Alignment first = days.get(0);
        books.accrue(loan, first.accrual(), first.through(), receipt.valueDate());
        afterMoney.before(loan, reckoning);
        Posted entry = journal.postMoney(loan, signed(postings.receipt(loan, reckoning.id(), receipt,
                reckoning.own()), proposal, checkedBy));
        long voucher = vouchers.reserve();
        insert(loan, reckoning, entry, voucher, proposal);
        books.change(loan, LoanBooks.Reason.BACK_DATED, first);
        days.stream().skip(1).forEach(day -> books.align(loan, LoanBooks.Reason.BACK_DATED, day));
        if (entry.bookedOn().isBefore(businessDay.today())) {
            nonAccrual.stopAgain(loan, entry.bookedOn());
        }
        if (receipt.early() != null && !reckoning.after().isSettled()) {
            versions.keep(loan, ScheduleVersions.Reason.EARLY_REPAYMENT, reckoning.after());
        }
        afterMoney.received(loan, reckoning);
        publisher.publishEvent(new RepaymentTaken(reckoning.id(), loan.id(), entry.entryId(),
                proposal == null ? null : proposal.id()));
        vouchers.receipt(voucher, loan, receipt, entry);
        return new RepaymentResult(reckoning.id(), loan.id(), RepaymentResult.State.POSTED, reckoning.own(), voucher);
    }

    private static NewEntry signed(NewEntry entry, Proposal proposal, Long checkedBy) {
        NewEntry made = proposal == null ? entry : entry.madeBy(proposal.proposedBy());
        return checkedBy == null ? made : made.checkedBy(checkedBy);
    }

    private void insert(Loan loan, Reckoning reckoning, Posted entry, long voucher, Proposal proposal) {
        Receipt receipt = reckoning.receipt();
        Allocation own = reckoning.own();
        Long maker = Actors.current().isSystem() ? null : Actors.current().id();
        jdbc.sql("""
                insert into servicing.repayment (id, fund_id, loan_id, turn, amount, value_date, booked_on, channel,
                    reference, early, principal, interest, overdue_interest, late_interest, credit, entry_id,
                    voucher_id, made_by, proposal_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(reckoning.id(), Actors.current().fundId(), loan.id(), reckoning.turn(),
                        Dong.longOf(receipt.amount()), receipt.valueDate(), entry.bookedOn(), receipt.channel().name(),
                        receipt.reference(), receipt.early() == null ? null : receipt.early().name(), own.principal(),
                        own.interest(), own.overdueInterest(), own.lateInterest(), own.credit(), entry.entryId(),
                        voucher, proposal == null ? maker : proposal.proposedBy(),
                        proposal == null ? null : proposal.id())).update();
    }
}
