package vn.coopfund.origination;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Inbox;

/** A report with all that is worked out from it: as it stands today while it is written, as it was kept once it is sealed. */
@Component
public class AppraisalFile {

    private static final String SERIES = "BCTĐ-QHTX";
    private static final String TASK = "Task_AppraiseApplication";

    private final Applications applications;
    private final Appraisals appraisals;
    private final AppraisalReports reports;
    private final AppraisalFigures figures;
    private final AppraisalScore score;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Inbox inbox;

    AppraisalFile(Applications applications, Appraisals appraisals, AppraisalReports reports, AppraisalFigures figures,
            AppraisalScore score, NumberSeries numbers, BusinessDay businessDay, CaseEvents events, Inbox inbox) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.reports = reports;
        this.figures = figures;
        this.score = score;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.events = events;
        this.inbox = inbox;
    }

    /** @param round {@code version} 0 where nothing of this round is saved yet */
    public record Report(int round, int version, String number, AppraisalReport content, AppraisalFigures.Figures figures,
            AppraisalScore.Score score) {

        public boolean isSealed() {
            return number != null;
        }

        public List<FinanceRatios> ratios() {
            return content.finance().stream().map(FinanceRatios::of).toList();
        }
    }

    /** The newest; before anything is written an empty one with what is known already. */
    @Transactional(readOnly = true)
    public Report latest(long applicationId) {
        ApplicationView application = begun(applicationId);
        return reports.latest(applicationId).map(kept -> report(application, kept))
                .orElseGet(() -> report(application, 1, 0, AppraisalReport.EMPTY));
    }

    /** Whether the appraisal is to be done now. */
    @Transactional(readOnly = true)
    public boolean isWritable(long applicationId) {
        return inbox.on(Subject.application(applicationId)).stream().anyMatch(task -> task.key().equals(TASK));
    }

    void refuseClosed(ApplicationView application) {
        if (!isWritable(application.id())) {
            throw Refusal.conflict("origination.report.not-now", "#" + application.state().key());
        }
    }

    /** The one to write on: of the last round what it said, where that round is over. */
    @Transactional(readOnly = true)
    public Report toWrite(long applicationId) {
        refuseClosed(applications.byId(applicationId));
        Report latest = latest(applicationId);
        return latest.isSealed() ? report(begun(applicationId), latest.round() + 1, 0, latest.content()) : latest;
    }

    @Transactional(readOnly = true)
    public Report round(long applicationId, int round) {
        ApplicationView application = begun(applicationId);
        return reports.round(applicationId, round).map(kept -> report(application, kept)).orElseThrow(Refusal::notFound);
    }

    /** The report behind an appraisal; there is none of a time before there were reports. */
    @Transactional(readOnly = true)
    public Optional<Report> of(Appraisals.Appraisal appraisal) {
        return reports.of(appraisal).map(kept -> report(applications.byId(appraisal.applicationId()), kept));
    }

    /** There is nothing to appraise before a file is handed in. */
    private ApplicationView begun(long applicationId) {
        ApplicationView application = applications.byId(applicationId);
        if (application.number() == null) {
            throw Refusal.notFound();
        }
        return application;
    }

    private Report report(ApplicationView application, AppraisalReports.Kept kept) {
        return kept.isSealed()
                ? new Report(kept.round(), kept.version(), kept.number(), kept.content(), kept.figures(), kept.score())
                : report(application, kept.round(), kept.version(), kept.content());
    }

    private Report report(ApplicationView application, int round, int version, AppraisalReport content) {
        AppraisalFigures.Figures now = figures.of(application, content, AppraisalFigures.Proposal.asked(application.content(),
                appraisals.latest(application.id()).orElse(null)));
        return new Report(round, version, null, content, now, score.of(AppraisalFigures.factors(content, now)));
    }

    /** With the appraisal its report is done: numbered, its figures and score kept as they stand. */
    @Transactional(propagation = Propagation.MANDATORY)
    void seal(ApplicationView application, long appraisalId, AppraisalFigures.Proposal proposal) {
        AppraisalReports.Kept kept = reports.open(application.id());
        if (kept.version() == 0) {
            reports.write(kept, kept.content());
        }
        AppraisalFigures.Figures now = figures.of(application, kept.content(), proposal);
        AppraisalScore.Score scored = score.of(AppraisalFigures.factors(kept.content(), now));
        String number = numbers.nextWritten(SERIES, businessDay.today().getYear());
        reports.seal(kept, appraisalId, number, now, scored);
        events.note(Subject.application(application.id()), "origination.event.report-sealed", number,
                scored.total().stripTrailingZeros().toPlainString().replace('.', ','),
                "#origination.score.band." + scored.band());
    }
}
