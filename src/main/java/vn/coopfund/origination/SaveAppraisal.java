package vn.coopfund.origination;

import java.util.function.UnaryOperator;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Saves a part of the report while the appraisal is to be done; who writes on it appraises, and does not decide. */
@Act
@Allowed(Role.APPRAISER)
public class SaveAppraisal {

    private final Applications applications;
    private final AppraisalReports reports;
    private final AppraisalFile file;
    private final Duties duties;
    private final People people;
    private final BusinessDay businessDay;

    SaveAppraisal(Applications applications, AppraisalReports reports, AppraisalFile file, Duties duties, People people,
            BusinessDay businessDay) {
        this.applications = applications;
        this.reports = reports;
        this.file = file;
        this.duties = duties;
        this.people = people;
        this.businessDay = businessDay;
    }

    /**
     * @param seen   the version that its writer had before the eyes (0 for none); null writes over whatever is there
     * @param change from what is there to what shall be there
     */
    public AppraisalReports.Kept save(Subject subject, Integer seen, UnaryOperator<AppraisalReport> change) {
        ApplicationView application = applications.byId(subject.id());
        duties.take(subject, Duty.APPRAISE);
        reports.hold(subject.id());
        file.refuseClosed(application);
        AppraisalReports.Kept kept = reports.open(subject.id());
        if (seen != null && seen != kept.version()) {
            throw Refusal.conflict("origination.report.saved-meanwhile", people.nameOf(kept.savedBy()));
        }
        AppraisalReport now = change.apply(kept.content());
        ReportRules.refuseImpossible(now, businessDay.today());
        reports.write(kept, now);
        return reports.round(subject.id(), kept.round()).orElseThrow();
    }
}
