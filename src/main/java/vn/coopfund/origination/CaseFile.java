package vn.coopfund.origination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Items;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.products.LendingRegulations;

/** All that is known of an application, for its page and for the pages of its tasks. */
@Component
public class CaseFile {

    private final Applications applications;
    private final Borrowers borrowers;
    private final Checklist checklist;
    private final AskedPapers askedPapers;
    private final Eligibility eligibility;
    private final Appraisals appraisals;
    private final AppraisalFile reports;
    private final Submissions submissions;
    private final RefusalNotices refusalNotices;
    private final CouncilMatters matters;
    private final Decisions decisions;
    private final Contracts contracts;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final Items collateral;

    CaseFile(Applications applications, Borrowers borrowers, Checklist checklist, AskedPapers askedPapers,
            Eligibility eligibility, Appraisals appraisals, AppraisalFile reports, Submissions submissions,
            RefusalNotices refusalNotices, CouncilMatters matters, Decisions decisions, Contracts contracts,
            LendingRegulations regulations, BusinessDay businessDay, Items collateral) {
        this.applications = applications;
        this.borrowers = borrowers;
        this.checklist = checklist;
        this.askedPapers = askedPapers;
        this.eligibility = eligibility;
        this.appraisals = appraisals;
        this.reports = reports;
        this.submissions = submissions;
        this.refusalNotices = refusalNotices;
        this.matters = matters;
        this.decisions = decisions;
        this.contracts = contracts;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.collateral = collateral;
    }

    /** By name, as the templates read it; what does not exist yet is null or empty. */
    @Transactional(readOnly = true)
    public Map<String, Object> of(long applicationId) {
        ApplicationView application = applications.byId(applicationId);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("dossier", application);
        file.put("content", application.content());
        file.put("cashFlow", CashFlow.of(application.content(), regulations.on(businessDay.today())));
        file.put("borrower", borrowers.byId(application.borrowerId()));
        List<Checklist.Item> items = checklist.of(application);
        file.put("checklist", items);
        file.put("asked", askedPapers.of(application.missingPapers(), items));
        file.put("checks", eligibility.latest(applicationId));
        Appraisals.Appraisal appraisal = appraisals.latest(applicationId).orElse(null);
        file.put("appraisal", appraisal);
        file.put("report", appraisal == null ? null : reports.of(appraisal).orElse(null));
        file.put("submission", appraisal == null ? null : submissions.of(appraisal.id()).orElse(null));
        file.put("refusal", refusalNotices.of(applicationId).orElse(null));
        file.put("voting", matters.latestOn(application.subject()).map(matters::voting).orElse(null));
        file.put("collateral", collateral.ofApplication(applicationId));
        file.put("decision", decisions.of(applicationId).orElse(null));
        file.put("contract", contracts.of(applicationId).orElse(null));
        return file;
    }
}
