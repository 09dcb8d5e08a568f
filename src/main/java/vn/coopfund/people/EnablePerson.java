package vn.coopfund.people;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Lets somebody sign in again, in the roles held before. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class EnablePerson {

    private final Directory directory;
    private final People people;

    EnablePerson(Directory directory, People people) {
        this.directory = directory;
        this.people = people;
    }

    public Person enable(long id) {
        Person person = directory.get(id);
        if (person.enabled()) {
            throw Refusal.conflict("people.refused.enabled");
        }
        people.setEnabled(id, true);
        AuditDetail.note(person.username());
        return directory.get(id);
    }
}
