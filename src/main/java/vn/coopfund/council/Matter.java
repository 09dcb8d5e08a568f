package vn.coopfund.council;

import java.time.LocalDate;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * A question before the council.
 *
 * @param paper       id of what is decided on, in the room that asks
 * @param round       how often the council was called for it, from 1; 0 before
 * @param way         how it sits: together, or by written answers
 * @param meetsOn     the day of the meeting, or by which the written answers are due
 * @param closedBy    the chair who ended the voting before everybody had voted, or null
 * @param minutes     number of the minutes, once signed
 * @param approved    what came of it, once signed
 */
public record Matter(long id, Subject.Type subjectType, long subjectId, String kind, long paper, LocalDate laidOn, State state,
        int round, Way way, LocalDate meetsOn, String place, String agenda, Long calledBy, LocalDate calledOn, Long closedBy,
        Boolean approved, String minutes, Long signedBy, LocalDate signedOn, String remark) implements HasSubject {

    /** Laid before the council, the members called, decided with signed minutes, or taken back by the case. */
    public enum State { LAID, CALLED, DECIDED, TAKEN_BACK }

    /** By written answers, or together in one place. */
    public enum Way { WRITTEN, MEETING }

    @Override
    public Subject subject() {
        return new Subject(subjectType, subjectId);
    }

    public boolean isOpen() {
        return state == State.LAID || state == State.CALLED;
    }
}
