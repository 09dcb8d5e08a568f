package vn.coopfund.ledger;

import java.time.YearMonth;
import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Asks for a closed month to be opened again, with the reason; the director lets it be. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ReopenPeriod {

    private final BookProposals proposals;

    ReopenPeriod(BookProposals proposals) {
        this.proposals = proposals;
    }

    /** @throws Refusal where it is open, a later one is closed, or its year has ended */
    public BookProposal propose(YearMonth month, String why) {
        return proposals.add(BookProposal.Kind.REOPEN_PERIOD, month.toString(), Map.of(), why);
    }
}
