package vn.coopfund.origination;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/** Adds a paper to the file. The borrower does so while the file is in its hands, the fund as long as the case is open. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR})
public class AttachPaper {

    private final Applications applications;
    private final Checklist checklist;
    private final Attachments attachments;

    AttachPaper(Applications applications, Checklist checklist, Attachments attachments) {
        this.applications = applications;
        this.checklist = checklist;
        this.attachments = attachments;
    }

    public Attachment attach(Subject subject, String kind, String filename, InputStream content) {
        ApplicationView application = applications.byId(subject.id());
        boolean borrower = Actors.current().is(Role.BORROWER);
        if (borrower && !application.isEditable()) {
            throw Refusal.conflict("origination.not-editable", "#" + application.state().key());
        }
        if (!application.state().isOpen()) {
            throw Refusal.conflict("origination.closed", "#" + application.state().key());
        }
        if (!checklist.kinds(application).contains(kind)) {
            throw Refusal.invalid("kind", "origination.paper.unknown");
        }
        return attachments.store(subject, kind, filename, content);
    }
}
