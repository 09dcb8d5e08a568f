package vn.coopfund.ledger;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes what the fund stood at when its books began here; the chief accountant lets it be. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ProposeOpeningBalances {

    private final BookProposals proposals;
    private final ManualEntries entries;

    ProposeOpeningBalances(BookProposals proposals, ManualEntries entries) {
        this.proposals = proposals;
        this.entries = entries;
    }

    /** @throws Refusal saying everything that is wrong with it */
    public BookProposal propose(ManualEntry entry, String why) {
        entries.refuseWrong(entry);
        return proposals.add(BookProposal.Kind.OPENING_BALANCES, entry.valueDate().toString(), entry, why);
    }
}
