package vn.coopfund.vouchers;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Orders that what a signed count found over or short be posted; the chief accountant checks it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class OrderCashDifference {

    private final CashCounts counts;
    private final CashDifference kind;
    private final OrderDesk desk;
    private final MoneyOrders orders;
    private final People people;

    OrderCashDifference(CashCounts counts, CashDifference kind, OrderDesk desk, MoneyOrders orders, People people) {
        this.counts = counts;
        this.kind = kind;
        this.desk = desk;
        this.orders = orders;
        this.people = people;
    }

    public MoneyOrder order(LocalDate day) {
        CashCount count = counts.lock(day).filter(CashCount::isSigned).orElseThrow(Refusal::notFound);
        if (count.difference() == 0 || orders.concerning(kind.code(), "count", count.id()).isPresent()) {
            throw Refusal.conflict("vouchers.refused.no-difference");
        }
        return desk.take(NewOrder.of(kind, count.difference() > 0 ? VoucherKind.RECEIPT : VoucherKind.PAYMENT,
                Dong.of(Math.abs(count.difference())), day, Party.named(people.nameOf(count.countedBy())),
                count.explanation(), new CashDifference.Kept(count.id())));
    }
}
