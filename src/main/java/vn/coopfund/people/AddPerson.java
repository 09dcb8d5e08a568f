package vn.coopfund.people;

import java.util.Set;
import java.util.regex.Pattern;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.web.Refusal;

/**
 * Makes somebody known who shall sign in: staff, whose roles wait for a second administrator, or the sign-in of a
 * borrower. There is no password yet; {@link IssueSetUpLink} lets the person set one.
 */
@Act
@Allowed(Role.ADMINISTRATOR)
public class AddPerson {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,39}");
    private static final int LONGEST_NAME = 100;

    private final People people;
    private final Directory directory;
    private final RoleDesk desk;
    private final LinkSignIn linkSignIn;

    AddPerson(People people, Directory directory, RoleDesk desk, LinkSignIn linkSignIn) {
        this.people = people;
        this.directory = directory;
        this.desk = desk;
        this.linkSignIn = linkSignIn;
    }

    /** @param borrower the id of the borrower for whom a sign-in of role BORROWER stands; null for staff */
    public record NewPerson(String username, String displayName, Set<Role> roles, Long borrower) {
        public NewPerson {
            username = username == null ? "" : username.strip().toLowerCase(java.util.Locale.ROOT);
            displayName = displayName == null ? "" : displayName.strip().replaceAll("\\s+", " ");
            roles = roles == null ? Set.of() : Set.copyOf(roles);
        }

        boolean isBorrower() {
            return roles.contains(Role.BORROWER);
        }
    }

    public Person add(NewPerson wanted) {
        check(wanted);
        RoleRules.check(wanted.roles());
        long id = people.add(wanted.username(), wanted.displayName(), null,
                wanted.isBorrower() ? Set.of(Role.BORROWER) : Set.of());
        if (wanted.isBorrower()) {
            AuditDetail.note(wanted.username());
            AuditDetail.note("BORROWER");
            linkSignIn.link(wanted.borrower(), wanted.username());
        } else {
            desk.change(directory.get(id), wanted.roles());
        }
        return directory.get(id);
    }

    private void check(NewPerson wanted) {
        boolean readable = USERNAME.matcher(wanted.username()).matches();
        String name = wanted.displayName();
        new Refusal.Problems().addIf(!readable, "username", "people.refused.username")
                .addIf(readable && directory.hasUsername(wanted.username()), "username", "people.refused.username-taken")
                .addIf(name.isEmpty() || name.length() > LONGEST_NAME, "displayName", "people.refused.name", LONGEST_NAME)
                .addIf(wanted.roles().isEmpty(), "roles", "people.refused.no-role")
                .addIf(wanted.isBorrower() && wanted.borrower() == null, "borrower", "people.refused.no-borrower")
                .addIf(!wanted.isBorrower() && wanted.borrower() != null, "borrower", "people.refused.staff-borrower")
                .refuseIfAny();
    }
}
