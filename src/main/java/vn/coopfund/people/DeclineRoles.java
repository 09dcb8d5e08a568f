package vn.coopfund.people;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Declines a change of roles that waits, or takes it back, with the reason; nothing changes. */
@Act
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
public class DeclineRoles {

    private static final int LONGEST = 500;

    private final RoleChanges changes;
    private final Directory directory;
    private final RoleDesk desk;

    DeclineRoles(RoleChanges changes, Directory directory, RoleDesk desk) {
        this.changes = changes;
        this.directory = directory;
        this.desk = desk;
    }

    public RoleChange decline(long id, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw Refusal.invalid("reason", "people.refused.reason", LONGEST);
        }
        RoleChange waiting = changes.getForUpdate(id);
        if (!waiting.waits()) {
            throw Refusal.conflict("people.refused.settled");
        }
        RoleChange declined = changes.settle(id, RoleChange.State.DECLINED, reason.strip());
        desk.note(directory.get(waiting.personId()), declined);
        AuditDetail.note(reason.strip());
        return declined;
    }
}
