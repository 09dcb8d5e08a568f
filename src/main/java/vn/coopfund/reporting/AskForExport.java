package vn.coopfund.reporting;

import org.springframework.context.ApplicationEventPublisher;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Has a report made into a file in the background; the person is told when it is there. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER})
public class AskForExport {

    private static final int MOST_AT_ONCE = 3;

    private final Reports reports;
    private final ExportJobs jobs;
    private final ApplicationEventPublisher publisher;

    AskForExport(Reports reports, ExportJobs jobs, ApplicationEventPublisher publisher) {
        this.reports = reports;
        this.jobs = jobs;
        this.publisher = publisher;
    }

    /** @throws Refusal while the person has as many running as one may, or where it is too long for paper */
    public long ask(String code, FileKind file, ReportWish wish) {
        Report report = reports.named(code);
        if (jobs.mine().stream().filter(ExportJob::isRunning).count() >= MOST_AT_ONCE) {
            throw Refusal.conflict("reporting.refused.exports-running", MOST_AT_ONCE);
        }
        long rows = reports.count(report, wish);
        if (file == FileKind.PDF && rows > ReportPaper.MOST_ROWS) {
            throw Refusal.conflict("reporting.refused.paper-too-long", ReportPaper.MOST_ROWS);
        }
        long id = jobs.add(report, file, wish, rows);
        AuditDetail.note(report.code() + " " + file.name());
        publisher.publishEvent(new ExportAsked(id));
        return id;
    }
}
