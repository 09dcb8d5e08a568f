package vn.coopfund.people;

import java.time.Instant;
import java.util.List;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;

/**
 * Somebody who signs in, as administrators see it.
 *
 * @param roles        in the order of the enumeration
 * @param passwordSet  whether there is a password yet
 * @param lastSignIn   null where there was none
 * @param changeWaits  whether a change of roles waits for its second person
 */
public record Person(long id, String username, String displayName, List<Role> roles, boolean enabled,
        boolean passwordSet, Instant lastSignIn, boolean changeWaits) implements HasSubject {

    /** How a sign-in stands. */
    public enum State { ACTIVE, NO_PASSWORD, DISABLED }

    public State state() {
        return !enabled ? State.DISABLED : passwordSet ? State.ACTIVE : State.NO_PASSWORD;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.Type.PERSON, id);
    }
}
