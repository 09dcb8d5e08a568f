package vn.coopfund.workflow;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Plans to bring the cases that run on an old version of a model to its newest one, and tries that on every case. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class PlanMigration {

    private final Models models;
    private final Migrations migrations;

    PlanMigration(Models models, Migrations migrations) {
        this.models = models;
        this.migrations = migrations;
    }

    public Migrations.Migration plan(String processKey, int version) {
        Models.Version from = models.version(processKey, version).orElseThrow(Refusal::notFound);
        Models.Version to = models.newest(processKey);
        if (from.newest()) {
            throw Refusal.conflict("workflow.migration.newest");
        }
        if (from.running() == 0) {
            throw Refusal.conflict("workflow.migration.none-running");
        }
        if (migrations.all().stream().anyMatch(one -> one.processKey().equals(processKey)
                && one.state() == Migrations.State.PLANNED)) {
            throw Refusal.conflict("workflow.migration.planned-already");
        }
        AuditDetail.note(processKey + " " + from.version() + " → " + to.version());
        return migrations.byId(migrations.plan(from, to));
    }
}
