package vn.coopfund.servicing;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/** Adds a paper to an open restructuring: what the borrower shows for it, or once it is approved the scan of the signed annex. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.DIRECTOR})
public class AttachToRestructure {

    static final String SIGNED_ANNEX = "SIGNED_ANNEX";
    private static final String GROUND = "RESTRUCTURE_GROUND";

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final Attachments attachments;

    AttachToRestructure(LoanDesk desk, RestructureRequests requests, Attachments attachments) {
        this.desk = desk;
        this.requests = requests;
        this.attachments = attachments;
    }

    public Attachment attach(Subject subject, String filename, InputStream content) {
        Loan loan = desk.lock(subject);
        RestructureRequest open = requests.openOn(loan.id())
                .orElseThrow(() -> Refusal.conflict("servicing.refused.no-restructure-request"));
        boolean signed = open.state() == RestructureRequest.State.APPROVED && !Actors.current().is(Role.BORROWER);
        return attachments.store(subject, signed ? SIGNED_ANNEX : GROUND, filename, content);
    }
}
