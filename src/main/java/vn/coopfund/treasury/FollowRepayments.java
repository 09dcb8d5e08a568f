package vn.coopfund.treasury;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.servicing.ProposalDeclined;
import vn.coopfund.servicing.RepaymentTaken;
import vn.coopfund.servicing.RepaymentTakenBack;

/** Keeps the lines with what becomes of receipts in {@code servicing}, in the same transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowRepayments {

    private final Lines lines;
    private final Matches matches;
    private final UnknownMoney unknown;

    FollowRepayments(Lines lines, Matches matches, UnknownMoney unknown) {
        this.lines = lines;
        this.matches = matches;
        this.unknown = unknown;
    }

    /** The second person let a receipt in that a line waited for: the money is nobody's no more. */
    @EventListener
    void follow(RepaymentTaken taken) {
        if (taken.proposalId() == null) {
            return;
        }
        matches.waitingAs(taken.proposalId()).ifPresent(match -> {
            lines.lock(match.lineId());
            boolean stood = unknown.release(match.lineId());
            matches.stand(match, taken.entryId(), taken.repaymentId());
            if (stood) {
                unknown.park(match.lineId());
            }
        });
    }

    /** A receipt on a line was taken back; the bank's money is there all the same, and nobody's again. */
    @EventListener
    void follow(RepaymentTakenBack back) {
        matches.standingOn(back.entryId()).forEach(match -> {
            Line line = lines.lock(match.lineId());
            matches.add(Matches.New.of(matches.reserve(), line, Match.Kind.REVERSED, -match.amount(), back.reversalEntryId())
                    .takingBack(match.id()));
            unknown.park(line.id());
        });
    }

    @EventListener
    void follow(ProposalDeclined declined) {
        matches.waitingAs(declined.proposalId()).ifPresent(match -> {
            lines.lock(match.lineId());
            matches.undo(match, declined.reason());
        });
    }
}
