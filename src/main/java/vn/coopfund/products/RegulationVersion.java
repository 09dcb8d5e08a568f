package vn.coopfund.products;

import java.time.Instant;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * A version of the regulation: what it says, who proposed it, and who decided on it.
 *
 * @param number     counts the confirmed ones; null for the others
 * @param proposedBy null for the program itself
 * @param decidedBy  null while it waits, and for the program itself
 * @param reason     why it was declined, else null
 */
public record RegulationVersion(long id, Integer number, State state, LendingRegulation regulation, Long proposedBy,
        Instant proposedAt, Long decidedBy, Instant decidedAt, String reason) implements HasSubject {

    /** How far it came. */
    public enum State { PENDING, CONFIRMED, DECLINED }

    @Override
    public Subject subject() {
        return Subject.regulation(id);
    }
}
