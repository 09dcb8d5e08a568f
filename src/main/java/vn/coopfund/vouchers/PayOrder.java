package vn.coopfund.vouchers;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** The cashier takes or hands out the cash of a checked order: it is posted on this day, and its voucher signed. */
@Act
@Allowed(Role.CASHIER)
public class PayOrder {

    private final MoneyOrders orders;
    private final OrderDesk desk;
    private final Duties duties;
    private final BusinessDay businessDay;

    PayOrder(MoneyOrders orders, OrderDesk desk, Duties duties, BusinessDay businessDay) {
        this.orders = orders;
        this.desk = desk;
        this.duties = duties;
        this.businessDay = businessDay;
    }

    public MoneyOrder pay(long id) {
        MoneyOrder order = orders.lock(id);
        if (order.state() != MoneyOrder.State.CHECKED) {
            throw Refusal.conflict(order.state().isOpen() ? "vouchers.refused.unchecked" : "vouchers.refused.settled");
        }
        duties.take(order.subject(), Duty.PAY_ORDER);
        return desk.carryOut(order, businessDay.today());
    }
}
