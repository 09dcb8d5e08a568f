package vn.coopfund.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who acts: the signed-in person, or the program itself ({@link #isSystem()}) where no person stands behind an act.
 *
 * @param id     the person's id; 0 for the program
 * @param fundId the fund the person belongs to
 * @param standsInFor the absent colleague for whom the person does this one task, else null
 */
public record Actor(long id, String username, String displayName, long fundId, Set<Role> roles, Long standsInFor) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public Actor(long id, String username, String displayName, long fundId, Set<Role> roles) {
        this(id, username, displayName, fundId, roles, null);
    }

    /** The same person in an absent colleague's place: with that one's role, under both names. */
    public Actor standingInFor(Actor absent, Role role) {
        Set<Role> both = EnumSet.of(role);
        both.addAll(roles);
        return new Actor(id, username, displayName + " (thay " + absent.displayName() + ")", fundId, both, absent.id());
    }

    public static Actor system(long fundId) {
        return new Actor(0, "system", "Hệ thống", fundId, Set.of());
    }

    public boolean isSystem() {
        return id == 0;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        for (Role role : any) {
            if (is(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }
}
