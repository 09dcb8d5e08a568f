package vn.coopfund.origination;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/** Adds a paper to the file: who may, and when, {@link PaperRule} says of each kind. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER})
public class AttachPaper {

    private final Applications applications;
    private final Checklist checklist;
    private final PaperDesk desk;
    private final Attachments attachments;
    private final Duties duties;

    AttachPaper(Applications applications, Checklist checklist, PaperDesk desk, Attachments attachments, Duties duties) {
        this.applications = applications;
        this.checklist = checklist;
        this.desk = desk;
        this.attachments = attachments;
        this.duties = duties;
    }

    public Attachment attach(Subject subject, String kind, String filename, InputStream content) {
        ApplicationView application = applications.byId(subject.id());
        if (!checklist.kinds(application).contains(kind)) {
            throw Refusal.invalid("kind", "origination.paper.unknown");
        }
        desk.refuseForeignHand(application, kind);
        if (PaperRule.of(kind) == PaperRule.APPRAISAL) {
            duties.take(subject, Duty.APPRAISE);
        }
        return attachments.store(subject, kind, filename, content);
    }
}
