package vn.coopfund.funding;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/** Puts the decision or the bank's advice behind a contribution into its file, until it is declined. */
@Act
@Allowed(Role.ACCOUNTANT)
public class AttachContributionPaper {

    private final Contributions contributions;
    private final Attachments attachments;

    AttachContributionPaper(Contributions contributions, Attachments attachments) {
        this.contributions = contributions;
        this.attachments = attachments;
    }

    public Attachment attach(Subject subject, String filename, InputStream content) {
        if (contributions.getForUpdate(subject.id()).state() == Contribution.State.DECLINED) {
            throw Refusal.conflict("funding.contribution.settled");
        }
        return attachments.store(subject, "DECISION", filename, content);
    }
}
