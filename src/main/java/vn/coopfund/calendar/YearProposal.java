package vn.coopfund.calendar;

import java.time.Instant;
import java.util.List;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * A year's calendar as somebody proposes it.
 *
 * @param paper      the notice or decision that fixes the days
 * @param proposedBy null for the program itself
 */
public record YearProposal(long id, int year, String paper, List<CalendarDay> days, State state, Long proposedBy,
        Instant proposedAt) implements HasSubject {

    /** How far it came. */
    public enum State { PENDING, CONFIRMED, DECLINED }

    @Override
    public Subject subject() {
        return Subject.calendar(id);
    }
}
