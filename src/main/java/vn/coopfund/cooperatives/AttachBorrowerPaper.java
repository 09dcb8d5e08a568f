package vn.coopfund.cooperatives;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;

/** Puts a paper into a borrower's file: what does not change from one application to the next. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
public class AttachBorrowerPaper {

    private final Attachments attachments;
    private final BorrowerSight sight;

    AttachBorrowerPaper(Attachments attachments, BorrowerSight sight) {
        this.attachments = attachments;
        this.sight = sight;
    }

    /** Refuses at the field {@code file} what {@link Attachments#store} refuses. */
    public Attachment attach(Subject borrower, BorrowerPaper kind, String filename, InputStream content) {
        sight.open(borrower.id());
        return attachments.store(borrower, kind.name(), filename, content);
    }
}
