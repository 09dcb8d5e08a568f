package vn.coopfund.reporting;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** The controller closes a finding that was answered, or sends it back. */
@Act
@Allowed(Role.CONTROLLER)
public class JudgeAnswer {

    private final Findings findings;

    JudgeAnswer(Findings findings) {
        this.findings = findings;
    }

    /** @throws Refusal where no answer waits */
    public void judge(long id, boolean accepted, String words) {
        Findings.Finding finding = findings.byId(id);
        if (finding.state() != Findings.Step.ANSWERED) {
            throw Refusal.conflict("reporting.refused.finding-state", "#reporting.finding.state." + finding.state());
        }
        findings.follow(finding, accepted ? Findings.Step.CLOSED : Findings.Step.RETURNED, words);
    }
}
