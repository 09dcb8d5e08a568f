package vn.coopfund.risk;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.servicing.PayoutCondition;
import vn.coopfund.web.Refusal;

/**
 * No more money leaves for a loan whose money was last seen misused, until a later inspection sees it put right or it is
 * decided that the loan is not called back.
 */
@Component
class NoOpenMisuse implements PayoutCondition {

    private final Inspections inspections;
    private final RecallCases recalls;

    NoOpenMisuse(Inspections inspections, RecallCases recalls) {
        this.inspections = inspections;
        this.recalls = recalls;
    }

    @Override
    @Transactional(readOnly = true)
    public void refuseUnlessMet(long loan) {
        inspections.of(loan).stream().findFirst().filter(last -> last.outcome() == Inspections.Outcome.MISUSED)
                .ifPresent(this::refuseUnlessDecided);
    }

    private void refuseUnlessDecided(Inspections.Inspection misuse) {
        RecallCases.RecallCase came = recalls.of(misuse.loanId()).stream()
                .filter(one -> one.inspectionId() == misuse.id()).findFirst().orElse(null);
        if (came == null) {
            throw Refusal.conflict("risk.refused.misuse-open", misuse.inspectedOn(), misuse.number());
        }
        switch (came.state()) {
            case WARNED -> throw Refusal.conflict("risk.refused.misuse-warned", misuse.inspectedOn(), misuse.number(),
                    came.putRightBy());
            case PROPOSED -> throw Refusal.conflict("risk.refused.misuse-proposed", misuse.inspectedOn(), misuse.number());
            case RECALLED -> throw Refusal.conflict("risk.refused.misuse-recalled", misuse.inspectedOn(), misuse.number());
            case REFUSED, OVERTAKEN -> { }
        }
    }
}
