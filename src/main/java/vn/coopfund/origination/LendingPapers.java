package vn.coopfund.origination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.People;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.money.AmountInWords;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/**
 * The papers on the way to a decision, printed from what was kept when they were made: the report and the submission,
 * for the fund alone, and the refusal, for its borrower too.
 */
@Component
public class LendingPapers {

    private final Applications applications;
    private final Appraisals appraisals;
    private final AppraisalReports reports;
    private final AppraisalFile file;
    private final Submissions submissions;
    private final RefusalNotices refusalNotices;
    private final Eligibility eligibility;
    private final Borrowers borrowers;
    private final PrintedForms forms;
    private final People people;

    LendingPapers(Applications applications, Appraisals appraisals, AppraisalReports reports, AppraisalFile file,
            Submissions submissions, RefusalNotices refusalNotices, Eligibility eligibility, Borrowers borrowers, PrintedForms forms,
            People people) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.reports = reports;
        this.file = file;
        this.submissions = submissions;
        this.refusalNotices = refusalNotices;
        this.eligibility = eligibility;
        this.borrowers = borrowers;
        this.forms = forms;
        this.people = people;
    }

    /** The appraisal report of a round; 404 while it is written. */
    @Transactional(readOnly = true)
    public byte[] report(long applicationId, int round) {
        Map<String, Object> model = appraised(applicationId, round);
        Appraisals.Appraisal appraisal = (Appraisals.Appraisal) model.get("appraisal");
        AppraisalFile.Report report = (AppraisalFile.Report) model.get("report");
        String second = appraisal.visitedWith() == null ? null : people.nameOf(appraisal.visitedWith());
        model.put("number", report.number());
        model.put("date", appraisal.appraisedOn());
        model.put("visitedWith", second);
        Signature appraiser = Signature.signed("origination.print.appraiser", people.nameOf(appraisal.appraisedBy()));
        model.put("signatures", second == null ? List.of(appraiser)
                : List.of(Signature.signed("origination.print.second-on-site", second), appraiser));
        return forms.pdf("origination/print/appraisal-report", model);
    }

    /** The head of lending's submission of that round; 404 where it did not go on to the decision. */
    @Transactional(readOnly = true)
    public byte[] submission(long applicationId, int round) {
        Map<String, Object> model = appraised(applicationId, round);
        Appraisals.Appraisal appraisal = (Appraisals.Appraisal) model.get("appraisal");
        Submissions.Submission submission = submissions.of(appraisal.id()).orElseThrow(Refusal::notFound);
        model.put("number", submission.number());
        model.put("date", submission.submittedOn());
        model.put("submission", submission);
        model.put("checks", eligibility.forecast(applicationId));
        model.put("signatures", List.of(Signature.signed("origination.print.head-of-lending",
                people.nameOf(submission.submittedBy()))));
        return forms.pdf("origination/print/submission", model);
    }

    /** The reasoned refusal; 404 where there is none. */
    @Transactional(readOnly = true)
    public byte[] refusal(long applicationId) {
        Map<String, Object> model = model(applications.byId(applicationId));
        RefusalNotices.Notice notice = refusalNotices.of(applicationId).orElseThrow(Refusal::notFound);
        model.put("number", notice.number());
        model.put("date", notice.refusedOn());
        model.put("notice", notice);
        model.put("failed", appraisals.latest(applicationId).isPresent() ? List.of()
                : eligibility.forecast(applicationId).stream().filter(check -> !check.passed()).toList());
        model.put("signatures", List.of(Signature.sealed("documents.print.lender", people.nameOf(notice.refusedBy()))));
        return forms.pdf("origination/print/refusal", model);
    }

    private Map<String, Object> appraised(long applicationId, int round) {
        Map<String, Object> model = model(applications.byId(applicationId));
        AppraisalFile.Report report = file.round(applicationId, round);
        Long appraisal = reports.round(applicationId, round).orElseThrow(Refusal::notFound).appraisalId();
        if (appraisal == null) {
            throw Refusal.notFound();
        }
        Appraisals.Appraisal found = appraisals.byId(appraisal);
        model.put("report", report);
        model.put("appraisal", found);
        model.put("proposedInWords", AmountInWords.WITH_LE.of(Dong.longOf(found.proposedAmount())));
        return model;
    }

    private Map<String, Object> model(ApplicationView application) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("dossier", application);
        model.put("content", application.content());
        model.put("borrower", borrowers.byId(application.borrowerId()));
        model.put("inWords", AmountInWords.WITH_LE.of(Dong.longOf(application.content().amount())));
        return model;
    }
}
