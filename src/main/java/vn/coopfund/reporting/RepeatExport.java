package vn.coopfund.reporting;

import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Begins a file again that failed or was cancelled, of the rows that there are now. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER})
public class RepeatExport {

    private final ExportJobs jobs;
    private final Reports reports;
    private final ApplicationEventPublisher publisher;

    RepeatExport(ExportJobs jobs, Reports reports, ApplicationEventPublisher publisher) {
        this.jobs = jobs;
        this.reports = reports;
        this.publisher = publisher;
    }

    /** @throws Refusal where it is not the actor's, or is neither */
    public void repeat(long id) {
        ExportJob job = jobs.mine(id);
        long rows = reports.count(reports.named(job.report()), job.wish());
        if (!job.isWithoutFile() || !jobs.change(job, ExportJob.State.RUNNING, rows)) {
            throw Refusal.conflict("reporting.refused.export-not-failed");
        }
        AuditDetail.note(job.report() + " " + job.file().name());
        publisher.publishEvent(new ExportAsked(id));
    }
}
