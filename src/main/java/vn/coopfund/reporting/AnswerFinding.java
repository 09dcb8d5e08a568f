package vn.coopfund.reporting;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** The person who answers for it says what was done about a finding. */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER})
public class AnswerFinding {

    private final Findings findings;

    AnswerFinding(Findings findings) {
        this.findings = findings;
    }

    /** @throws Refusal for anybody but the responsible, or where it waits for no answer */
    public void answer(long id, String words) {
        Findings.Finding finding = findings.byId(id);
        if (finding.responsible() != Actors.current().id()) {
            throw Refusal.forbidden("reporting.refused.not-responsible", finding.responsibleName());
        }
        if (finding.state() != Findings.Step.RAISED && finding.state() != Findings.Step.RETURNED) {
            throw Refusal.conflict("reporting.refused.finding-state", "#reporting.finding.state." + finding.state());
        }
        findings.follow(finding, Findings.Step.ANSWERED, words);
    }
}
