package vn.coopfund.origination;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/**
 * Takes a wrongly attached paper out of a file that is still in the borrower's hands, by one who may file such papers;
 * its row stays for the record.
 */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class RemovePaper {

    private final Applications applications;
    private final PaperDesk desk;
    private final Attachments attachments;

    RemovePaper(Applications applications, PaperDesk desk, Attachments attachments) {
        this.applications = applications;
        this.desk = desk;
        this.attachments = attachments;
    }

    public void remove(Subject subject, long attachmentId) {
        ApplicationView application = applications.byId(subject.id());
        if (!application.isEditable()) {
            throw Refusal.conflict("origination.not-editable", "#" + application.state().key());
        }
        Attachment paper = attachments.of(subject).stream().filter(one -> one.id() == attachmentId).findFirst()
                .orElseThrow(Refusal::notFound);
        desk.refuseForeignHand(application, paper.kind());
        attachments.withdraw(subject, attachmentId);
    }
}
