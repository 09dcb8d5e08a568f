package vn.coopfund.ledger;

import java.util.Map;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes to carry the result of the year before from 4212 to 4211; the chief accountant lets it be. */
@Act
@Allowed(Role.ACCOUNTANT)
public class CarryYear {

    private final BookProposals proposals;

    CarryYear(BookProposals proposals) {
        this.proposals = proposals;
    }

    /** @throws Refusal while the year cannot be, or when it was already */
    public BookProposal propose(int year, String why) {
        return proposals.add(BookProposal.Kind.YEAR_CARRY, Integer.toString(year), Map.of(), why);
    }
}
