package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** A loan's principal due anew from the day on which the annex (phụ lục) is signed: counted, its schedule kept, its annex printed. */
@Component
class LoanRestructured {

    private final JdbcClient jdbc;
    private final Positions positions;
    private final LoanFacts facts;
    private final Realignment realignment;
    private final ScheduleVersions versions;
    private final LongestExtension longest;
    private final Annexes annexes;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    LoanRestructured(JdbcClient jdbc, Positions positions, LoanFacts facts, Realignment realignment, ScheduleVersions versions,
            LongestExtension longest, Annexes annexes, BusinessDay businessDay, CaseEvents events, BorrowerNotices notices) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.facts = facts;
        this.realignment = realignment;
        this.versions = versions;
        this.longest = longest;
        this.annexes = annexes;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
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
                    .addIf(terms.kind() == RestructureTerms.Kind.EXTEND && !later, "rows", "servicing.refused.end-moves", end)
                    .addIf(terms.kind() == RestructureTerms.Kind.EXTEND && terms.lastDueOn().isAfter(longest.of(loan)), "rows",
                            "servicing.refused.extended-too-far", longest.of(loan));
        }
        problems.refuseIfAny();
        return position.principalOutstanding();
    }

    /** The same principal on the same days, and no arrears that move. */
    static boolean changesNothing(RestructureTerms terms, LoanPosition position) {
        List<PrincipalDue> coming = position.rows().stream()
                .filter(row -> row.dueOn().isAfter(position.day()) && row.isUnpaid())
                .map(row -> new PrincipalDue(row.dueOn(), row.principalUnpaid())).toList();
        return terms.rows().equals(coming) && (terms.arrearsDueOn() == null || position.interestDue() == 0);
    }

    /** The last due date of the schedule that holds; today at the earliest, for a loan whose term is over. */
    static LocalDate endOf(LoanPosition position) {
        return position.rows().stream().filter(row -> row.payment() > 0).map(RowPosition::dueOn)
                .max(LocalDate::compareTo).orElse(position.day());
    }

    /** Takes effect today as decided: what is owed, the schedule and the annex follow. */
    void perform(Loan loan, RestructureRequest request) {
        refuseWrong(loan, request.terms());
        LoanPosition before = positions.at(loan, businessDay.today());
        LoanPosition after = effect(loan, request.id(), request.terms(), request.reason(), request.annexNumber());
        annexes.issue(loan, request, before, after);
        events.tell(loan.subject(), "servicing.event.restructured", "#" + request.terms().kind().key(), request.annexNumber(),
                request.terms().lastDueOn(), request.reason());
        notices.tell(loan, "servicing.notice.restructured", loan.number(), request.annexNumber());
    }

    /** The loan's own ledger and schedule alone; returns how it stands then. */
    LoanPosition effect(Loan loan, long request, RestructureTerms terms, String why, String annex) {
        LocalDate today = businessDay.today();
        long id = jdbc.sql("select nextval('servicing.restructure_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into servicing.restructure (id, fund_id, loan_id, turn, kind, value_date, arrears_due_on, why,
                    annex_number, schedule_version, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), loan.id(), facts.nextTurn(loan), terms.kind().name(),
                        today, terms.arrearsDueOn(), why, annex, versions.next(loan), request)).update();
        int number = 0;
        for (PrincipalDue row : terms.rows()) {
            jdbc.sql("insert into servicing.restructure_row (restructure_id, number, due_on, amount) values (?, ?, ?, ?)")
                    .params(id, ++number, row.dueOn(), row.amount()).update();
        }
        loan.restructured();
        LoanPosition after = realignment.align(loan, LoanBooks.Reason.RESTRUCTURED, today, Dong.ZERO);
        versions.keep(loan, ScheduleVersions.Reason.RESTRUCTURE, after);
        return after;
    }
}
