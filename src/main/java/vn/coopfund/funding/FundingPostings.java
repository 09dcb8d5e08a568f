package vn.coopfund.funding;

import vn.coopfund.access.Actor;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;

/** What this room's facts become in the books. */
public final class FundingPostings {

    private FundingPostings() {
    }

    /** Capital paid in; made by who proposed it, checked by who confirms it (the program stands for nobody). */
    public static NewEntry contribution(Contribution paidIn, Actor confirming) {
        long amount = Dong.longOf(paidIn.amount());
        NewEntry entry = NewEntry.of("contribution:" + paidIn.id(), paidIn.valueDate(), "funding.entry.contribution",
                        paidIn.source().nameVi(), paidIn.decision())
                .debit("112", amount)
                .credit(paidIn.source().account(), amount, Dimension.capitalSource(paidIn.source().id()));
        if (paidIn.proposedBy() != null && !confirming.isSystem()) {
            entry.madeBy(paidIn.proposedBy()).checkedBy(confirming.id());
        }
        return entry;
    }
}
