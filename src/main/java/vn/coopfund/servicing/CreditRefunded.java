package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** A borrower's credit paid back, on the day it is confirmed, with its payment voucher. */
@Component
class CreditRefunded implements WaitingAct {

    private final JdbcClient jdbc;
    private final Proposals proposals;
    private final Positions positions;
    private final LoanFacts facts;
    private final MoneyAtHand money;
    private final Journal journal;
    private final LoanPostings postings;
    private final LoanVouchers vouchers;
    private final Makers makers;
    private final Realignment realignment;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    CreditRefunded(JdbcClient jdbc, Proposals proposals, Positions positions, LoanFacts facts, MoneyAtHand money,
            Journal journal, LoanPostings postings, LoanVouchers vouchers, Makers makers, Realignment realignment, BusinessDay businessDay,
            CaseEvents events, BorrowerNotices notices) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.positions = positions;
        this.facts = facts;
        this.money = money;
        this.journal = journal;
        this.postings = postings;
        this.vouchers = vouchers;
        this.makers = makers;
        this.realignment = realignment;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
    }

    /** By which way, where to, and from which account of the fund. */
    record Kept(Channel channel, String account, Long bankAccount) {
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.REFUND_CREDIT;
    }

    private RefundTerms terms(Proposal proposal) {
        Kept kept = proposals.details(proposal, Kept.class);
        return new RefundTerms(proposal.money(), kept.channel(), kept.account(), kept.bankAccount());
    }

    /** As of today, the money at hand too. */
    void refuseWrong(Loan loan, RefundTerms terms) {
        refuseBeyondCredit(loan, terms);
        money.refuseBeyond(terms.channel(), terms.bankAccount(), terms.amount());
    }

    private void refuseBeyondCredit(Loan loan, RefundTerms terms) {
        if (!loan.state().isSettled()) {
            loan.requireRunning();
        }
        MonetaryAmount credit = Dong.of(positions.at(loan, businessDay.today()).credit());
        if (terms.amount().isGreaterThan(credit)) {
            throw Refusal.invalid("amount", "servicing.refused.beyond-credit", credit);
        }
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        refuseBeyondCredit(loan, terms(proposal));
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        RefundTerms terms = terms(proposal);
        refuseWrong(loan, terms);
        LocalDate today = businessDay.today();
        long id = jdbc.sql("select nextval('servicing.refund_seq')").query(Long.class).single();
        NewEntry entry = postings.refund(loan, id, today, terms).madeBy(proposal.proposedBy());
        Posted posted = journal.post(checkedBy == null ? entry : entry.checkedBy(checkedBy));
        long voucher = makers.as(proposal, () -> vouchers.refund(loan, terms, posted));
        jdbc.sql("""
                insert into servicing.refund (id, fund_id, loan_id, turn, amount, value_date, booked_on, channel, account,
                    entry_id, voucher_id, proposal_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), loan.id(), facts.nextTurn(loan),
                        Dong.longOf(terms.amount()), today, posted.bookedOn(), terms.channel().name(), terms.account(),
                        posted.entryId(), voucher, proposal.id())).update();
        events.tell(loan.subject(), "servicing.event.refunded", terms.amount(), "#" + terms.channel().key());
        realignment.align(loan, LoanBooks.Reason.REFUNDED, today, Dong.ZERO);
        notices.tell(loan, "servicing.notice.refunded", loan.number(), terms.amount());
        return new Done(id, voucher, null);
    }
}
