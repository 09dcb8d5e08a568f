package vn.coopfund.servicing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.Tranche;

/**
 * The day of the first disbursement and the first due date, agreed anew before any money left. The whole grid moves with
 * them: of a contract from 15/01/2026 first due on 15/04/2026, agreed anew from 20/04/2026 first due on 15/07/2026, what
 * was due on 15/10/2026 is due on 15/01/2027.
 */
@Embeddable
record DatesAnew(@Column(name = "anew_planned_on") LocalDate plannedOn,
        @Column(name = "anew_first_due_on") LocalDate firstDueOn) {

    Conventions in(Conventions signed) {
        return signed.from(plannedOn, firstDueOn);
    }

    List<PrincipalDue> moved(List<PrincipalDue> principals, Conventions signed) {
        Period later = Period.between(signed.firstDueOn(), firstDueOn);
        return principals.stream().map(due -> new PrincipalDue(due.dueOn().plus(later), due.amount())).toList();
    }

    List<Tranche> movedTranches(List<Tranche> tranches, Conventions signed) {
        Period later = Period.between(signed.plannedOn(), plannedOn);
        return tranches.stream().map(part -> new Tranche(part.on().plus(later), part.amount())).toList();
    }
}
