package vn.coopfund.people;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Shuts somebody out at once, wherever signed in; what the person did stays. The last administrator stays too. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class DisablePerson {

    private final Directory directory;
    private final People people;
    private final Administrators administrators;

    DisablePerson(Directory directory, People people, Administrators administrators) {
        this.directory = directory;
        this.people = people;
        this.administrators = administrators;
    }

    public Person disable(long id) {
        administrators.refuseToLose(id);
        Person person = directory.get(id);
        if (!person.enabled()) {
            throw Refusal.conflict("people.refused.disabled");
        }
        people.setEnabled(id, false);
        AuditDetail.note(person.username());
        return directory.get(id);
    }
}
