package vn.coopfund.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.database.Demonstration;
import vn.coopfund.web.Refusal;

/** The days of a fund: which are closed and with what, and the way from the open one to a wished one. */
@Component
public class DayBook {

    private static final int LONGEST_YEARS = 10;

    private final BusinessDay businessDay;
    private final CloseDay closeDay;
    private final ClosedDays closedDays;
    private final ObjectProvider<DayCloseStep> steps;
    private final Demonstration demonstration;

    DayBook(BusinessDay businessDay, CloseDay closeDay, ClosedDays closedDays, ObjectProvider<DayCloseStep> steps,
            Demonstration demonstration) {
        this.businessDay = businessDay;
        this.closeDay = closeDay;
        this.closedDays = closedDays;
        this.steps = steps;
        this.demonstration = demonstration;
    }

    /**
     * Closes that day and any open before it, each in a transaction of its own, so that a stop in between loses no day
     * already closed; answers the counts and seconds of all of them. A closed day answers what was stored.
     *
     * @throws Refusal for a day to come outside a demonstration, or one from before the fund did business here
     */
    public ClosedDay closeThrough(LocalDate day) {
        if (!Actors.current().isSystem() && !Actors.current().is(Role.CHIEF_ACCOUNTANT)) {
            throw new NotAllowed(List.of(CloseDay.class.getAnnotation(Allowed.class).value()));
        }
        if (day == null) {
            throw Refusal.invalid("day", "calendar.refused.day-needed");
        }
        Optional<ClosedDay> stored = closedDays.answered(day);
        if (stored.isPresent()) {
            return stored.get();
        }
        refuseWrong(day);
        ClosedDay all = null;
        for (LocalDate open = businessDay.today(); !open.isAfter(day); open = businessDay.today()) {
            ClosedDay closed = closeDay.close(open, day);
            all = all == null ? closed : all.with(closed);
        }
        return all == null ? closedDays.answered(day).orElseThrow() : closedDays.answer(all);
    }

    void refuseWrong(LocalDate day) {
        LocalDate open = businessDay.today();
        new Refusal.Problems()
                .addIf(day.isBefore(open), "day", "calendar.refused.before-first", open)
                .addIf(day.isAfter(businessDay.wallClockToday()) && !demonstration.on(), "day",
                        "calendar.refused.future", businessDay.wallClockToday())
                .addIf(day.isAfter(open.plusYears(LONGEST_YEARS)), "day", "calendar.refused.too-far", LONGEST_YEARS)
                .refuseIfAny();
    }

    /** The latest closed days, newest first. */
    public List<ClosedDay> closed(int most) {
        return closedDays.latest(most);
    }

    /** What closing the open day would touch, by the name of the step. */
    @Transactional(readOnly = true)
    public Map<String, Integer> expected(LocalDate day) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.orderedStream().sorted(java.util.Comparator.comparingInt(DayCloseStep::order)).forEach(step ->
                step.expects(day).ifPresent(count -> counts.put(step.name(), count)));
        return counts;
    }
}
