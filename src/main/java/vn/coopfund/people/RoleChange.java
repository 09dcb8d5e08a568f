package vn.coopfund.people;

import java.time.Instant;
import java.util.List;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;

/**
 * A change of somebody's roles.
 *
 * @param decidedBy who confirmed or declined it; null where it waits or needed nobody
 */
public record RoleChange(long id, long personId, List<Role> before, List<Role> after, State state, long proposedBy,
        Instant proposedAt, Long decidedBy, String reason) implements HasSubject {

    /** PENDING waits for the second person; APPLIED needed none. */
    public enum State { PENDING, CONFIRMED, DECLINED, APPLIED }

    public boolean waits() {
        return state == State.PENDING;
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.Type.PERSON, personId);
    }
}
