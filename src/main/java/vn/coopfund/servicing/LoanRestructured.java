package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** A loan's principal due anew from the day of the decision: counted, its schedule kept, its annex (phụ lục) printed. */
@Component
class LoanRestructured implements WaitingAct {

    private final JdbcClient jdbc;
    private final Proposals proposals;
    private final Positions positions;
    private final LoanFacts facts;
    private final Realignment realignment;
    private final ScheduleVersions versions;
    private final Annexes annexes;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    LoanRestructured(JdbcClient jdbc, Proposals proposals, Positions positions, LoanFacts facts, Realignment realignment,
            ScheduleVersions versions, Annexes annexes, BusinessDay businessDay, CaseEvents events, BorrowerNotices notices) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.positions = positions;
        this.facts = facts;
        this.realignment = realignment;
        this.versions = versions;
        this.annexes = annexes;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.RESTRUCTURE_LOAN;
    }

    @Override
    public Set<Role> deciders(Proposal proposal) {
        return Authority.deciders(proposal);
    }

    /** Returns the principal outstanding today, đồng. */
    long refuseWrong(Loan loan, RestructureTerms terms) {
        loan.requireInBooks();
        LocalDate today = businessDay.today();
        LoanPosition position = positions.at(loan, today);
        Refusal.Problems problems = new Refusal.Problems()
                .addIf(position.principalOutstanding() == 0, null, "servicing.refused.nothing-owed");
        problems.refuseIfAny();
        PrincipalRows.refuseWrong(terms.rows(), today, problems);
        long sum = PrincipalRows.sum(terms.rows());
        LocalDate end = endOf(position);
        problems.addIf(sum != position.principalOutstanding(), "rows", "servicing.refused.rows-sum", Dong.of(sum),
                        Dong.of(position.principalOutstanding()))
                .addIf(terms.arrearsDueOn() != null && !terms.arrearsDueOn().isAfter(today), "arrearsDueOn",
                        "servicing.refused.not-later", today);
        if (!problems.any()) {
            boolean later = terms.lastDueOn().isAfter(end);
            problems.addIf(terms.kind() == RestructureTerms.Kind.ADJUST && later, "rows", "servicing.refused.end-stays", end)
                    .addIf(changesNothing(terms, position), "rows", "servicing.refused.nothing-changes")
                    .addIf(terms.kind() == RestructureTerms.Kind.EXTEND && !later, "rows", "servicing.refused.end-moves", end);
        }
        problems.refuseIfAny();
        return position.principalOutstanding();
    }

    /** The same principal on the same days, and no arrears that move. */
    private static boolean changesNothing(RestructureTerms terms, LoanPosition position) {
        List<PrincipalDue> coming = position.rows().stream()
                .filter(row -> row.dueOn().isAfter(position.day()) && row.isUnpaid())
                .map(row -> new PrincipalDue(row.dueOn(), row.principalUnpaid())).toList();
        return terms.rows().equals(coming) && (terms.arrearsDueOn() == null || position.interestDue() == 0);
    }

    /** The last due date of the schedule that holds; today at the earliest, for a loan whose term is over. */
    private static LocalDate endOf(LoanPosition position) {
        return position.rows().stream().filter(row -> row.payment() > 0).map(RowPosition::dueOn)
                .max(LocalDate::compareTo).orElse(position.day());
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        refuseWrong(loan, proposals.details(proposal, RestructureTerms.class));
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        RestructureTerms terms = proposals.details(proposal, RestructureTerms.class);
        LocalDate today = businessDay.today();
        LoanPosition before = positions.at(loan, today);
        long id = jdbc.sql("select nextval('servicing.restructure_seq')").query(Long.class).single();
        String annex = annexes.nextNumber(today);
        jdbc.sql("""
                insert into servicing.restructure (id, fund_id, loan_id, turn, kind, value_date, arrears_due_on, why,
                    annex_number, schedule_version, proposal_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), loan.id(), facts.nextTurn(loan), terms.kind().name(),
                        today, terms.arrearsDueOn(), proposal.why(), annex, versions.next(loan), proposal.id())).update();
        int number = 0;
        for (PrincipalDue row : terms.rows()) {
            jdbc.sql("insert into servicing.restructure_row (restructure_id, number, due_on, amount) values (?, ?, ?, ?)")
                    .params(id, ++number, row.dueOn(), row.amount()).update();
        }
        loan.restructured();
        LoanPosition after = realignment.align(loan, LoanBooks.Reason.RESTRUCTURED, today, Dong.ZERO);
        versions.keep(loan, ScheduleVersions.Reason.RESTRUCTURE, after);
        annexes.issue(loan, annex, terms, proposal, before, after);
        events.tell(loan.subject(), "servicing.event.restructured", "#" + terms.kind().key(), annex, terms.lastDueOn(),
                proposal.why());
        notices.tell(loan, "servicing.notice.restructured", loan.number(), annex);
        return Done.of(id);
    }
}
