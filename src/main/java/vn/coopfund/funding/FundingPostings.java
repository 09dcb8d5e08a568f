package vn.coopfund.funding;

import java.time.LocalDate;
import vn.coopfund.access.Actor;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyOrder;

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

    /** Capital given back to its source, or entrusted money returned. */
    public static NewEntry withdrawal(MoneyOrder order, CapitalSource source, LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        return NewEntry.of("order:" + order.id(), valueDate, "funding.entry.withdrawal", source.nameVi(), order.text())
                .debit(source.account(), amount, Dimension.capitalSource(source.id()))
                .credit("112", amount);
    }

    /** Accumulation becomes charter capital. {@code from} is null where it stands on an account without sources. */
    public static NewEntry capitalisation(MoneyOrder order, String account, CapitalSource from, CapitalSource to,
            LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        NewEntry entry = NewEntry.of("order:" + order.id(), valueDate, "funding.entry.capitalisation", to.nameVi(), order.text());
        return (from == null ? entry.debit(account, amount)
                : entry.debit(account, amount, Dimension.capitalSource(from.id())))
                .credit(to.account(), amount, Dimension.capitalSource(to.id()));
    }
}
