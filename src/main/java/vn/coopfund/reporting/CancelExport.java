package vn.coopfund.reporting;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Stops a file that is being made in the background. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER})
public class CancelExport {

    private final ExportJobs jobs;

    CancelExport(ExportJobs jobs) {
        this.jobs = jobs;
    }

    /** @throws Refusal where it is not the actor's, or at its end already */
    public void cancel(long id) {
        ExportJob job = jobs.mine(id);
        if (!job.isRunning() || !jobs.change(job, ExportJob.State.CANCELLED, job.rowsTotal())) {
            throw Refusal.conflict("reporting.refused.export-ended");
        }
        AuditDetail.note(job.report() + " " + job.file().name());
    }
}
