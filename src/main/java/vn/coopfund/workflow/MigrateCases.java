package vn.coopfund.workflow;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Carries out a tried plan, by another administrator than who made it: all cases that fit together, or none. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class MigrateCases {

    private final Models models;
    private final Migrations migrations;
    private final InboxKeeper inbox;
    private final CaseModels caseModels;
    private final CaseEvents events;

    MigrateCases(Models models, Migrations migrations, InboxKeeper inbox, CaseModels caseModels, CaseEvents events) {
        this.models = models;
        this.migrations = migrations;
        this.inbox = inbox;
        this.caseModels = caseModels;
        this.events = events;
    }

    public Migrations.Migration migrate(long id) {
        Migrations.Migration plan = migrations.waiting(id);
        if (plan.plannedById() == Actors.current().id()) {
            throw Refusal.forbidden("workflow.migration.own");
        }
        Models.Version from = models.version(plan.processKey(), plan.fromVersion()).orElseThrow(Refusal::notFound);
        Models.Version to = models.version(plan.processKey(), plan.toVersion()).orElseThrow(Refusal::notFound);
        if (!to.newest()) {
            throw Refusal.conflict("workflow.migration.outdated");
        }
        var migrated = migrations.migrate(plan, from, to);
        migrations.cases(plan).stream().filter(one -> migrated.contains(one.instanceId())).forEach(one -> {
            inbox.refresh(one.instanceId());
            caseModels.keep(one.subject(), one.instanceId());
            events.note(one.subject(), "workflow.event.migrated", plan.name(), plan.fromVersion(), plan.toVersion());
        });
        AuditDetail.note(plan.processKey() + " " + plan.fromVersion() + " → " + plan.toVersion() + ": " + migrated.size());
        return migrations.byId(id);
    }
}
