package vn.coopfund.reporting;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.web.WaitingWork;

/** The latest check of the loans' ledger against the books did not agree: accountants and controllers look at it. */
@Component
class SubLedgersThatDiffer implements WaitingWork {

    private final SubLedgerChecks checks;

    SubLedgersThatDiffer(SubLedgerChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        if (!actor.isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER)) {
            return List.of();
        }
        return checks.latest(1).stream().filter(check -> !check.agrees()).map(check -> new Entry("reporting.waiting.sub-ledger",
                List.of(check.differing(), check.onDay()), 1, "/sub-ledger?on=" + check.onDay(), true)).toList();
    }
}
