package vn.coopfund.ledger;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes to bring the result of a year through 911 into 4212; the chief accountant lets it be. */
@Act
@Allowed(Role.ACCOUNTANT)
public class EndYear {

    private final BookProposals proposals;

    EndYear(BookProposals proposals) {
        this.proposals = proposals;
    }

    /** @throws Refusal while the year cannot be, or when it was already */
    public BookProposal propose(int year, String why) {
        return proposals.add(BookProposal.Kind.YEAR_END, Integer.toString(year), Map.of(), why);
    }
}
