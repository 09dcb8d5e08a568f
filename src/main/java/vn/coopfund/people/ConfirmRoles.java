package vn.coopfund.people;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/**
 * Confirms a change of roles as the second person: another administrator than who proposed it, about somebody else. Where
 * one administrator alone is left, the director is the second person.
 */
@Act
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
public class ConfirmRoles {

    private final RoleChanges changes;
    private final Directory directory;
    private final Administrators administrators;
    private final RoleDesk desk;

    ConfirmRoles(RoleChanges changes, Directory directory, Administrators administrators, RoleDesk desk) {
        this.changes = changes;
        this.directory = directory;
        this.administrators = administrators;
        this.desk = desk;
    }

    public RoleChange confirm(long id) {
        RoleChange waiting = changes.getForUpdate(id);
        refuse(waiting);
        Person person = directory.get(waiting.personId());
        desk.apply(person, waiting.after());
        RoleChange confirmed = changes.settle(id, RoleChange.State.CONFIRMED, null);
        desk.note(person, confirmed);
        return confirmed;
    }

    private void refuse(RoleChange waiting) {
        Actor actor = Actors.current();
        if (!waiting.waits()) {
            throw Refusal.conflict("people.refused.settled");
        }
        desk.refuseOwn(waiting.personId());
        if (waiting.proposedBy() == actor.id()) {
            throw Refusal.forbidden("people.refused.second-person");
        }
        if (!actor.is(Role.ADMINISTRATOR) && administrators.active().size() > 1) {
            throw Refusal.forbidden("people.refused.other-administrator");
        }
    }
}
