package vn.coopfund.treasury;

import java.time.LocalDate;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.vouchers.MoneyOrder;

/** What deposits become in the books. */
final class DepositPostings {

    private DepositPostings() {
    }

    /** Money goes on term. */
    static NewEntry opening(MoneyOrder order, long principal, String bank, LocalDate day) {
        return entry(order, day, "treasury.deposit.entry.OPENED", bank).debit("1281", principal).credit("112", principal);
    }

    /** The bank pays interest and the money stays. */
    static NewEntry interest(MoneyOrder order, long interest, String bank, LocalDate day) {
        return entry(order, day, "treasury.deposit.entry.INTEREST", bank).debit("112", interest).credit("515", interest);
    }

    /** The money comes back with its interest, at maturity or before. */
    static NewEntry back(MoneyOrder order, long principal, long interest, String key, String bank, LocalDate day) {
        return entry(order, day, key, bank).debit("112", principal + interest).credit("1281", principal).credit("515", interest);
    }

    /** It goes on for another term, its interest with it. */
    static NewEntry renewal(MoneyOrder order, long interest, String bank, LocalDate day) {
        return entry(order, day, "treasury.deposit.entry.RENEWED", bank).debit("1281", interest).credit("515", interest);
    }

    private static NewEntry entry(MoneyOrder order, LocalDate day, String key, String bank) {
        return NewEntry.of("order:" + order.id(), day, key, bank, order.text());
    }
}
