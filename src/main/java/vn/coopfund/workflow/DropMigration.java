package vn.coopfund.workflow;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;

/** Gives a plan up; its cases finish on the version they run on. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class DropMigration {

    private final Migrations migrations;

    DropMigration(Migrations migrations) {
        this.migrations = migrations;
    }

    public Migrations.Migration drop(long id) {
        Migrations.Migration plan = migrations.waiting(id);
        migrations.settle(id, Migrations.State.DROPPED);
        AuditDetail.note(plan.processKey() + " " + plan.fromVersion() + " → " + plan.toVersion());
        return migrations.byId(id);
    }
}
