package vn.coopfund.people;

import java.util.Set;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Changes the roles of somebody else: fewer at once, more when a second administrator confirms. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class ProposeRoles {

    private final Directory directory;
    private final RoleDesk desk;

    ProposeRoles(Directory directory, RoleDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    /** The roles that the person shall hold, all of them; a borrower's sign-in stays one. */
    public RoleChange propose(long id, Set<Role> wanted) {
        Person person = directory.get(id);
        if (person.is(Role.BORROWER) || wanted.contains(Role.BORROWER)) {
            throw Refusal.invalid("roles", "people.refused.borrower-stays");
        }
        if (Set.copyOf(person.roles()).equals(wanted)) {
            throw Refusal.invalid("roles", "people.refused.same-roles");
        }
        return desk.change(person, wanted);
    }
}
