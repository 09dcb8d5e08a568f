package vn.coopfund.reporting;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;

/** Hands out a file made in the background to who asked for it, for as long as it is kept; each time is written down. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER})
public class FetchExport {

    private final ExportJobs jobs;
    private final Reports reports;

    FetchExport(ExportJobs jobs, Reports reports) {
        this.jobs = jobs;
        this.reports = reports;
    }

    /** @throws vn.coopfund.web.Refusal where there is none, or who asked may not read that report any more */
    public ExportJob fetch(long id) {
        ExportJob job = jobs.done(id);
        reports.named(job.report());
        AuditDetail.note(job.report() + " " + job.file().name());
        return job;
    }
}
