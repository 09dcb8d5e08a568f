package vn.coopfund.reporting;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/** Puts a paper to a finding: what it rests on by the controller, what was done by who answers. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
public class AttachFindingPaper {

    /** The owner's word for what the paper is. */
    static final String KIND = "EVIDENCE";

    private final Findings findings;
    private final Attachments attachments;

    AttachFindingPaper(Findings findings, Attachments attachments) {
        this.findings = findings;
        this.attachments = attachments;
    }

    /** @throws Refusal for anybody but the controller and the responsible, or once it is closed */
    public Attachment attach(Subject subject, String filename, InputStream content) {
        Findings.Finding finding = findings.byId(subject.id());
        if (!finding.takesPapersOf(Actors.current())) {
            throw finding.state() == Findings.Step.CLOSED
                    ? Refusal.conflict("reporting.refused.finding-state", "#reporting.finding.state." + finding.state())
                    : Refusal.forbidden("reporting.refused.not-responsible", finding.responsibleName());
        }
        return attachments.store(subject, KIND, filename, content);
    }
}
