package vn.coopfund.treasury;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.ReverseRepayment;
import vn.coopfund.web.Refusal;

/** Asks to undo a match, with the reason; a receipt taken for it is asked to be taken back. A second person decides. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ProposeUnmatch {

    private final Matches matches;
    private final Lines lines;
    private final Unmatchings unmatchings;
    private final ReverseRepayment reverseRepayment;

    ProposeUnmatch(Matches matches, Lines lines, Unmatchings unmatchings, ReverseRepayment reverseRepayment) {
        this.matches = matches;
        this.lines = lines;
        this.unmatchings = unmatchings;
        this.reverseRepayment = reverseRepayment;
    }

    public UnmatchAsked propose(long matchId, String reason) {
        String why = Unmatchings.reason("reason", reason);
        if (Actors.current().isSystem()) {
            throw Refusal.forbidden("treasury.refused.own");
        }
        lines.lock(matches.byId(matchId).lineId());
        Match match = matches.byId(matchId);
        if (!match.canBeUndone()) {
            throw Refusal.conflict("treasury.refused.not-undone");
        }
        return match.kind() == Match.Kind.LOAN
                ? new UnmatchAsked(null, reverseRepayment.propose(Subject.loan(match.loanId()), match.repaymentId(), why).id())
                : new UnmatchAsked(unmatchings.add(matchId, why), null);
    }
}
