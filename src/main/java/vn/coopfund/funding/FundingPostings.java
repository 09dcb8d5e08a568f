package vn.coopfund.funding;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyOrder;

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
