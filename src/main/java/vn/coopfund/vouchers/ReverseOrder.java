package vn.coopfund.vouchers;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Orders a done order to be taken back, with the reason; it waits for the second person, cash for the cashier too. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ReverseOrder {

    private final MoneyOrders orders;
    private final OrderDesk desk;
    private final OrderReversal kind;

    ReverseOrder(MoneyOrders orders, OrderDesk desk, OrderReversal kind) {
        this.orders = orders;
        this.desk = desk;
        this.kind = kind;
    }

    /**
     * @param valueDate when the money was back, or the order's own day where it never moved
     * @throws Refusal where there is nothing to take back, it waits or is taken back already, or something stands on it
     */
    public MoneyOrder order(long id, LocalDate valueDate, String reason) {
        MoneyOrder done = orders.lock(id);
        if (done.state() != MoneyOrder.State.DONE || done.entryId() == null) {
            throw Refusal.conflict("vouchers.refused.nothing-to-reverse");
        }
        if (done.kind().equals(OrderReversal.CODE)) {
            throw Refusal.conflict("vouchers.refused.reversal-stands");
        }
        orders.concerning(OrderReversal.CODE, "order", id).ifPresent(other -> {
            throw Refusal.conflict(other.state().isOpen() ? "vouchers.refused.reversal-waits" : "vouchers.refused.reversed",
                    Long.toString(other.id()));
        });
        new Refusal.Problems().addIf(reason == null || reason.isBlank(), "text", "vouchers.refused.reason").refuseIfAny();
        return desk.take(NewOrder.of(kind, done.paper() == null ? null : done.paper().turned(), done.amount(), valueDate,
                done.party(), reason, new OrderReversal.Kept(id)).at(done.bankAccount()).throughTheCashier());
    }
}
