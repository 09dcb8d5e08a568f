package vn.coopfund.ledger;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes an entry without a business fact behind it; the chief accountant lets it be. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ProposeManualEntry {

    private final BookProposals proposals;
    private final ManualEntries entries;

    ProposeManualEntry(BookProposals proposals, ManualEntries entries) {
        this.proposals = proposals;
        this.entries = entries;
    }

    /** @throws Refusal saying everything that is wrong with it */
    public BookProposal propose(ManualEntry entry, String why) {
        entries.refuseWrong(entry);
        return proposals.add(BookProposal.Kind.MANUAL_ENTRY, entry.valueDate().toString(), entry, why);
    }
}
