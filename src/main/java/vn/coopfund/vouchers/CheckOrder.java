package vn.coopfund.vouchers;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/** Lets an order be done, as the second person: at the bank it is posted, in cash it goes on to the cashier. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class CheckOrder {

    private final MoneyOrders orders;
    private final OrderKinds kinds;
    private final OrderDesk desk;
    private final Attachments attachments;
    private final Duties duties;
    private final BusinessDay businessDay;

    CheckOrder(MoneyOrders orders, OrderKinds kinds, OrderDesk desk, Attachments attachments, Duties duties,
            BusinessDay businessDay) {
        this.orders = orders;
        this.kinds = kinds;
        this.desk = desk;
        this.attachments = attachments;
        this.duties = duties;
        this.businessDay = businessDay;
    }

    public MoneyOrder check(long id) {
        MoneyOrder order = orders.lock(id);
        if (order.state() != MoneyOrder.State.PENDING) {
            throw Refusal.conflict("vouchers.refused.settled");
        }
        duties.take(order.subject(), Duty.CHECK_ORDER);
        if (kinds.of(order).needsPaper() && attachments.of(order.subject()).isEmpty()) {
            throw Refusal.conflict("vouchers.refused.paper-missing");
        }
        orders.check(order, businessDay.now());
        MoneyOrder checked = orders.get(id);
        return checked.byCashier() ? checked : desk.carryOut(checked, checked.valueDate());
    }
}
