package vn.coopfund.vouchers;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** The accountant signs the day's count of cash beside the cashier; from then on it stays as it is. */
@Act
@Allowed(Role.ACCOUNTANT)
public class SignCashCount {

    private final CashCounts counts;
    private final Balances balances;
    private final BusinessDay businessDay;

    SignCashCount(CashCounts counts, Balances balances, BusinessDay businessDay) {
        this.counts = counts;
        this.balances = balances;
        this.businessDay = businessDay;
    }

    /** @throws Refusal where the book has moved since the cash was counted, or the cashier would sign alone */
    public CashCount sign(LocalDate day) {
        CashCount count = counts.lock(day).orElseThrow(Refusal::notFound);
        if (count.isSigned()) {
            throw Refusal.conflict("vouchers.refused.count-locked", day);
        }
        if (count.countedBy() == Actors.current().id()) {
            throw Refusal.forbidden("vouchers.refused.second-person");
        }
        long book = balances.of(KnownAccount.CASH, day);
        if (book != count.book()) {
            throw Refusal.conflict("vouchers.refused.book-moved", Dong.of(count.book()), Dong.of(book));
        }
        counts.sign(count, businessDay.now());
        return counts.of(day).orElseThrow();
    }
}
