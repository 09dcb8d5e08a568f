package vn.coopfund.people;

import java.util.EnumSet;
import java.util.Set;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Which roles one person may hold together; what one person does on one case is {@code access.duty_conflict}'s matter. */
final class RoleRules {

    /** An administrator does no business, a controller changes nothing, the others are no staff. */
    private static final Set<Role> ALONE =
            EnumSet.of(Role.ADMINISTRATOR, Role.BORROWER, Role.CONTROLLER, Role.ALLIANCE_VIEWER);
    /** Who holds the cash keeps no books (Accounting Law 88/2015/QH13 art. 52). */
    private static final Set<Role> BOOKS = EnumSet.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);

    private RoleRules() {
    }

    static void check(Set<Role> wanted) {
        Refusal.Problems problems = new Refusal.Problems();
        wanted.stream().filter(role -> ALONE.contains(role) && wanted.size() > 1).sorted().findFirst()
                .ifPresent(role -> problems.add("roles", "people.refused.alone", "#access.role." + role));
        problems.addIf(wanted.contains(Role.CASHIER) && wanted.stream().anyMatch(BOOKS::contains), "roles",
                "people.refused.cashier").refuseIfAny();
    }
}
