package vn.coopfund.ledger;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes other accounts for a posting template from a day to come on; the chief accountant lets it be. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ChangeTemplate {

    private final BookProposals proposals;

    ChangeTemplate(BookProposals proposals) {
        this.proposals = proposals;
    }

    /** @throws Refusal for a day gone by, or an account that takes no postings then */
    public BookProposal propose(TemplateChange change, String why) {
        return proposals.add(BookProposal.Kind.TEMPLATE, change.key(), change, why);
    }
}
