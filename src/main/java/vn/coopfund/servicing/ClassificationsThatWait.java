package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.WaitingWork;

/**
 * Month ends whose debt groups nobody approved: with the chief accountant from the first day, with those who look after
 * the fund once the first seven days of the month are over.
 */
@Component
class ClassificationsThatWait implements WaitingWork {

    private final Classifications classifications;
    private final BusinessDay businessDay;

    ClassificationsThatWait(Classifications classifications, BusinessDay businessDay) {
        this.classifications = classifications;
        this.businessDay = businessDay;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        boolean chief = actor.is(Role.CHIEF_ACCOUNTANT);
        if (!chief && !actor.isAny(Role.CONTROLLER, Role.DIRECTOR, Role.COUNCIL_CHAIR)) {
            return List.of();
        }
        List<LocalDate> open = classifications.unapproved();
        boolean late = !open.isEmpty() && MonthEnd.isLate(open.get(0), businessDay.today());
        return open.isEmpty() || !chief && !late ? List.of()
                : List.of(new Entry(late ? "servicing.waiting.classification-late" : "servicing.waiting.classification",
                        List.of(open.get(0), open.size(), MonthEnd.approveBy(open.get(0))), chief ? open.size() : 0,
                        Classifications.path(open.get(0)), late));
    }
}
