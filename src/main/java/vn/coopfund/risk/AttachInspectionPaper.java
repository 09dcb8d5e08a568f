package vn.coopfund.risk;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Refusal;

/** Keeps a photo or a paper of an inspection that is open among the papers of the loan; the borrower may look at it. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class AttachInspectionPaper {

    static final String KIND = "INSPECTION_PAPER";

    private final Inspections inspections;
    private final Loans loans;
    private final Attachments attachments;

    AttachInspectionPaper(Inspections inspections, Loans loans, Attachments attachments) {
        this.inspections = inspections;
        this.loans = loans;
        this.attachments = attachments;
    }

    public Attachment attach(Subject subject, String filename, InputStream content) {
        loans.file(subject.id());
        if (inspections.plan(subject.id()).filter(Inspections.Plan::open).isEmpty()) {
            throw Refusal.conflict("risk.refused.no-inspection");
        }
        return attachments.store(subject, KIND, filename, content);
    }
}
