package vn.coopfund.vouchers;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Posted;
import vn.coopfund.web.Refusal;

/** A done order taken back: its entry by a contra entry, its papers cancelled, each side naming the other. */
@Component
class OrderReversal implements OrderKind {

    static final String CODE = "REVERSE_ORDER";

    private final MoneyOrders orders;
    private final ObjectProvider<OrderKinds> kinds;

    OrderReversal(MoneyOrders orders, ObjectProvider<OrderKinds> kinds) {
        this.orders = orders;
        this.kinds = kinds;
    }

    /** @param order that is taken back */
    record Kept(long order) {
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String nameKey() {
        return "vouchers.order.kind.REVERSE_ORDER";
    }

    /** The state as it is now decides: what came after the order has to be taken back first. */
    @Override
    public void refuseWrong(MoneyOrder order) {
        MoneyOrder done = of(order);
        if (order.valueDate().isBefore(done.valueDate())) {
            throw Refusal.invalid("valueDate", "vouchers.refused.before-original", done.valueDate());
        }
        kinds.getObject().of(done).refuseTakingBack(done);
    }

    @Override
    public Optional<Long> takesBack(MoneyOrder order) {
        return Optional.of(of(order).entryId());
    }

    @Override
    public void done(MoneyOrder order, Posted posted) {
        MoneyOrder done = of(order);
        kinds.getObject().of(done).takenBack(done, order);
    }

    MoneyOrder of(MoneyOrder order) {
        return orders.get(orders.details(order, Kept.class).order());
    }
}
