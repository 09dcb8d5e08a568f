package vn.coopfund.workflow;

import org.camunda.bpm.engine.ManagementService;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;

/** Lets the program try a failed step again, as often as it does by itself. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class RetryStep {

    private static final int TRIES = 3;

    private final Incidents incidents;
    private final ManagementService management;

    RetryStep(Incidents incidents, ManagementService management) {
        this.incidents = incidents;
        this.management = management;
    }

    /** The case whose step is tried again. */
    public record Tried(Subject subject, String step) implements HasSubject {
    }

    public Tried retry(String jobId) {
        Incidents.Incident incident = incidents.ofJob(jobId);
        management.setJobRetries(jobId, TRIES);
        AuditDetail.note(incident.process() + " " + incident.version() + ": " + incident.step());
        return new Tried(incident.subject(), incident.step());
    }
}
