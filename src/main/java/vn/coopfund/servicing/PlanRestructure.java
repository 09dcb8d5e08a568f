package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.Reschedule;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.web.Refusal;

/** Proposes the rows of a restructuring, in equal parts, for a person to change. */
@Component
public class PlanRestructure {

    private final LoanDesk desk;
    private final Positions positions;
    private final BusinessDay businessDay;

    PlanRestructure(LoanDesk desk, Positions positions, BusinessDay businessDay) {
        this.desk = desk;
        this.positions = positions;
        this.businessDay = businessDay;
    }

    /** @param newEnd with {@code EXTEND}; steps back from there by the contract's rhythm, or three months */
    @Transactional(readOnly = true, noRollbackFor = Refusal.class)
    public List<PrincipalDue> plan(long loanId, RestructureTerms.Kind kind, LocalDate newEnd) {
        Loan loan = desk.look(loanId);
        loan.requireInBooks();
        LoanPosition today = positions.at(loan, businessDay.today());
        try {
            if (kind == RestructureTerms.Kind.ADJUST) {
                return Reschedule.keepingTheEnd(today);
            }
            if (newEnd == null || !newEnd.isAfter(businessDay.today())) {
                throw Refusal.invalid("newEnd", "servicing.refused.not-later", businessDay.today());
            }
            Integer months = loan.conventions().monthsBetween();
            return Reschedule.until(newEnd, Rhythm.months(months == null ? 3 : months), today);
        } catch (IllegalArgumentException noDate) {
            throw Refusal.invalid("rows", "servicing.refused.no-date-left");
        }
    }
}
