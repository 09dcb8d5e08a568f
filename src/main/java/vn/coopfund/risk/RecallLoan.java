package vn.coopfund.risk;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.AccelerateLoan;
import vn.coopfund.servicing.Recalls;
import vn.coopfund.workflow.CaseEvents;

/** Carries out the decision to call a loan back, unless so much was paid or fell due meanwhile that nothing is left of it. */
@Act
@Allowed({Role.DIRECTOR, Role.COUNCIL_CHAIR})
public class RecallLoan {

    private final RecallCases cases;
    private final Recalls recalls;
    private final AccelerateLoan accelerateLoan;
    private final CaseEvents events;

    RecallLoan(RecallCases cases, Recalls recalls, AccelerateLoan accelerateLoan, CaseEvents events) {
        this.cases = cases;
        this.recalls = recalls;
        this.accelerateLoan = accelerateLoan;
        this.events = events;
    }

    public void recall(Subject subject) {
        RecallCases.RecallCase decided = cases.of(subject.id()).get(0);
        if (recalls.isPossible(subject)) {
            cases.carriedOut(decided, accelerateLoan.accelerate(subject, decided.payBy(), decided.reason()));
        } else {
            events.note(subject, "risk.event.nothing-to-recall");
        }
    }
}
