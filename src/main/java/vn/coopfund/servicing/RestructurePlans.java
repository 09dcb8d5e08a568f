package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.PrincipalDue;

/** What is planned for a request: the rows that were kept for it, as long as they fit, else equal parts. */
@Component
class RestructurePlans {

    private static final int USUAL_MONTHS = 6;

    private final PlanRestructure planRestructure;
    private final LongestExtension longest;
    private final Positions positions;
    private final BusinessDay businessDay;

    RestructurePlans(PlanRestructure planRestructure, LongestExtension longest, Positions positions, BusinessDay businessDay) {
        this.planRestructure = planRestructure;
        this.longest = longest;
        this.positions = positions;
        this.businessDay = businessDay;
    }

    /** As the wish or what was kept goes; where dates within the term cannot move, the end does. */
    RestructureTerms proposed(Loan loan, RestructureRequest request) {
        LoanPosition today = positions.at(loan, businessDay.today());
        if (fits(request.terms(), today)) {
            return request.terms();
        }
        RestructureTerms.Kind kind = request.terms() == null ? request.kind() : request.terms().kind();
        if (kind == RestructureTerms.Kind.ADJUST && coming(today) < 2) {
            kind = RestructureTerms.Kind.EXTEND;
        }
        return of(loan, request, kind, kind == RestructureTerms.Kind.EXTEND ? newEnd(loan, request, today) : null,
                request.terms() == null ? null : request.terms().arrearsDueOn());
    }

    /** By the officer's choice. */
    RestructureTerms of(Loan loan, RestructureRequest request, RestructureTerms.Kind kind, LocalDate newEnd, LocalDate arrearsDueOn) {
        LoanPosition today = positions.at(loan, businessDay.today());
        RestructureTerms kept = request.terms();
        boolean same = fits(kept, today) && kept.kind() == kind
                && (kind == RestructureTerms.Kind.ADJUST || kept.lastDueOn().equals(newEnd));
        return new RestructureTerms(kind, same ? kept.rows() : planned(loan, today, kind, newEnd, arrearsDueOn), arrearsDueOn);
    }

    private List<PrincipalDue> planned(Loan loan, LoanPosition today, RestructureTerms.Kind kind, LocalDate newEnd, LocalDate arrears) {
        List<PrincipalDue> rows = planRestructure.plan(loan.id(), kind, newEnd);
        return kind == RestructureTerms.Kind.ADJUST && rows.size() > 1
                && LoanRestructured.changesNothing(new RestructureTerms(kind, rows, arrears), today) ? withoutTheNext(rows) : rows;
    }

    /** Nothing is overdue: the next part of the principal is spread over the later ones, in equal parts, the last with the rest. */
    private static List<PrincipalDue> withoutTheNext(List<PrincipalDue> rows) {
        long sum = PrincipalRows.sum(rows);
        List<PrincipalDue> later = rows.subList(1, rows.size());
        long part = sum / later.size();
        List<PrincipalDue> spread = new ArrayList<>();
        for (PrincipalDue row : later) {
            spread.add(new PrincipalDue(row.dueOn(), spread.size() == later.size() - 1 ? sum - part * spread.size() : part));
        }
        return spread;
    }

    private LocalDate newEnd(Loan loan, RestructureRequest request, LoanPosition today) {
        LocalDate end = LoanRestructured.endOf(today);
        LocalDate wished = request.terms() == null ? request.newEnd() : request.terms().lastDueOn();
        if (wished != null && wished.isAfter(end)) {
            return wished;
        }
        LocalDate usual = end.plusMonths(USUAL_MONTHS);
        LocalDate latest = longest.of(loan);
        return usual.isAfter(latest) ? latest : usual;
    }

    private static boolean fits(RestructureTerms kept, LoanPosition today) {
        return kept != null && PrincipalRows.sum(kept.rows()) == today.principalOutstanding()
                && kept.rows().stream().allMatch(row -> row.dueOn().isAfter(today.day()));
    }

    private static long coming(LoanPosition today) {
        return today.rows().stream().filter(row -> row.dueOn().isAfter(today.day()) && row.principal() > 0).count();
    }
}
