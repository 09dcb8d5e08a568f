package vn.coopfund.vouchers;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Does not let an order be done, with the reason; one that waits for the cashier too. Nothing was posted, nothing is. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class DeclineOrder {

    private final MoneyOrders orders;
    private final Duties duties;
    private final BusinessDay businessDay;

    DeclineOrder(MoneyOrders orders, Duties duties, BusinessDay businessDay) {
        this.orders = orders;
        this.duties = duties;
        this.businessDay = businessDay;
    }

    public MoneyOrder decline(long id, String reason) {
        new Refusal.Problems().addIf(reason == null || reason.isBlank(), "reason", "vouchers.refused.reason")
                .addIf(reason != null && reason.length() > OrderDesk.LONGEST_TEXT, "reason", "vouchers.refused.too-long",
                        OrderDesk.LONGEST_TEXT).refuseIfAny();
        MoneyOrder order = orders.lock(id);
        if (!order.state().isOpen()) {
            throw Refusal.conflict("vouchers.refused.settled");
        }
        duties.take(order.subject(), Duty.CHECK_ORDER);
        orders.decline(order, businessDay.now(), reason.strip());
        return orders.get(id);
    }
}
