package vn.coopfund.funding;

import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;

/** What this room's facts become in the books; sides and accounts are those of the posting templates. */
@Component
public class FundingPostings {

    private static final String ENTRUSTED = "341";

    private final PostingTemplates templates;

    FundingPostings(PostingTemplates templates) {
        this.templates = templates;
    }

    /** Capital paid in; made by who proposed it, checked by who confirms it (the program stands for nobody). */
    public NewEntry contribution(Contribution paidIn, Actor confirming) {
        long amount = Dong.longOf(paidIn.amount());
        boolean entrusted = ENTRUSTED.equals(paidIn.source().account());
        NewEntry entry = templates.begin(entrusted ? "entrusted.in" : "capital.in", "contribution:" + paidIn.id(),
                        paidIn.valueDate(), "funding.entry.contribution", paidIn.source().nameVi(), paidIn.decision())
                .part("money", "112", amount)
                .part("source", entrusted ? null : paidIn.source().account(), amount,
                        Dimension.capitalSource(paidIn.source().id()));
        NewEntry made = paidIn.proposedBy() == null ? entry.madeByTheProgram() : entry.madeBy(paidIn.proposedBy());
        return confirming.isSystem() ? made : made.checkedBy(confirming.id());
    }
}
