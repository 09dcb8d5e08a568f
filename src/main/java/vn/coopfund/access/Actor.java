package vn.coopfund.access;

import java.util.Set;

/**
 * Who acts: the signed-in person, or the program itself ({@link #isSystem()}) where no person stands behind an act.
 *
 * @param id     the person's id; 0 for the program
 * @param fundId the fund the person belongs to
 */
public record Actor(long id, String username, String displayName, long fundId, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
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
