package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Interest forgiven on the day of the decision. In-term interest was income when it was earned: forgiving it is a cost
 * of the day (635), so that the income of a year that is closed does not move. Overdue and late interest were never
 * income: only the loan's own ledger changes.
 */
@Component
class InterestWaived implements WaitingAct {

    private final JdbcClient jdbc;
    private final Proposals proposals;
    private final Positions positions;
    private final LoanFacts facts;
    private final Realignment realignment;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    InterestWaived(JdbcClient jdbc, Proposals proposals, Positions positions, LoanFacts facts, Realignment realignment,
            BusinessDay businessDay, CaseEvents events, BorrowerNotices notices) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.positions = positions;
        this.facts = facts;
        this.realignment = realignment;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.WAIVE_INTEREST;
    }

    @Override
    public Set<Role> deciders(Proposal proposal) {
        return Authority.deciders(proposal);
    }

    /** All that was forgiven on the loan, đồng. */
    long soFar(Loan loan) {
        return jdbc.sql("select coalesce(sum(interest + overdue_interest + late_interest), 0)::bigint from servicing.waiver "
                + "where loan_id = ?").param(loan.id()).query(Long.class).single();
    }

    void refuseWrong(Loan loan, WaiverTerms terms) {
        loan.requireInBooks();
        LoanPosition today = positions.at(loan, businessDay.today());
        new Refusal.Problems()
                .addIf(terms.total() == 0, "interest", "servicing.refused.waive-something")
                .addIf(terms.interest() > today.interestDue(), "interest", "servicing.refused.beyond-due",
                        Dong.of(today.interestDue()))
                .addIf(terms.overdueInterest() > today.overdueInterest(), "overdueInterest",
                        "servicing.refused.beyond-due", Dong.of(today.overdueInterest()))
                .addIf(terms.lateInterest() > today.lateInterest(), "lateInterest", "servicing.refused.beyond-due",
                        Dong.of(today.lateInterest()))
                .refuseIfAny();
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        refuseWrong(loan, proposals.details(proposal, WaiverTerms.class));
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        WaiverTerms terms = proposals.details(proposal, WaiverTerms.class);
        LocalDate today = businessDay.today();
        long id = jdbc.sql("select nextval('servicing.waiver_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into servicing.waiver (id, fund_id, loan_id, turn, value_date, interest, overdue_interest,
                    late_interest, unable_to_pay, why, proposal_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, Actors.current().fundId(), loan.id(), facts.nextTurn(loan), today, terms.interest(),
                        terms.overdueInterest(), terms.lateInterest(), terms.unableToPay(), proposal.why(), proposal.id())
                .update();
        events.tell(loan.subject(), "servicing.event.waived", Dong.of(terms.interest()), Dong.of(terms.overdueInterest()),
                Dong.of(terms.lateInterest()), proposal.why());
        realignment.align(loan, LoanBooks.Reason.WAIVED, today, Dong.ZERO);
        notices.tell(loan, "servicing.notice.waived", loan.number(), Dong.of(terms.total()));
        return Done.of(id);
    }
}
