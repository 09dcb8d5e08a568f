package vn.coopfund.vouchers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.DeclineOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.PayOrder;
import vn.coopfund.vouchers.ReverseOrder;
import vn.coopfund.vouchers.SignVoucher;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Export;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;

/** Vouchers and the orders behind them, for programs. */
@RestController
@RequestMapping("/api/v1/vouchers")
@ReadsVouchers
@Tag(name = "vouchers")
class VoucherApi {

    private static final List<String> COLUMNS = List.of("id", "kind", "number", "issuedOn", "amount", "party", "text",
            "entry", "cancelled", "signed");

    private final Vouchers vouchers;
    private final MoneyOrders orders;
    private final OrderOtherMoney orderOtherMoney;
    private final CheckOrder checkOrder;
    private final PayOrder payOrder;
    private final DeclineOrder declineOrder;
    private final ReverseOrder reverseOrder;
    private final BusinessDay businessDay;
    private final SignVoucher signVoucher;
    private final Once once;

    VoucherApi(Vouchers vouchers, MoneyOrders orders, OrderOtherMoney orderOtherMoney, CheckOrder checkOrder,
            PayOrder payOrder, DeclineOrder declineOrder, ReverseOrder reverseOrder,
            BusinessDay businessDay, SignVoucher signVoucher, Once once) {
        this.vouchers = vouchers;
        this.orders = orders;
        this.orderOtherMoney = orderOtherMoney;
        this.checkOrder = checkOrder;
        this.payOrder = payOrder;
        this.declineOrder = declineOrder;
        this.reverseOrder = reverseOrder;
        this.businessDay = businessDay;
        this.signVoucher = signVoucher;
        this.once = once;
    }

    record Item(String id, VoucherKind kind, String number, LocalDate issuedOn, MonetaryAmount amount, String party,
            String text, String entry, boolean cancelled, boolean signed) {

        static Item of(Vouchers.Row row) {
            return new Item(Long.toString(row.voucher().id()), row.voucher().kind(), row.voucher().number(),
                    row.voucher().issuedOn(), row.voucher().amount(), row.voucher().party().name(), row.voucher().text(),
                    Long.toString(row.voucher().entryId()), row.cancelled(), row.signed());
        }
    }

    record OrderItem(String id, String kind, VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, String party,
            String text, MoneyOrder.State state, String entry) {

        static OrderItem of(MoneyOrder order) {
            return new OrderItem(Long.toString(order.id()), order.kind(), order.paper(), order.amount(), order.valueDate(),
                    order.party() == null ? null : order.party().name(), order.text(), order.state(),
                    order.entryId() == null ? null : Long.toString(order.entryId()));
        }
    }

    record Rejection(String reason) {
    }

    @Operation(summary = "Papers of money by kind and day, JSON, CSV or XLSX by Accept")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Export.CSV_TYPE, Export.XLSX_TYPE})
    PageOf<Item> list(@RequestParam(required = false) VoucherKind kind, @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size,
            HttpServletRequest request, HttpServletResponse response) {
        Vouchers.Filter filter = new Vouchers.Filter(kind, from, to, q, false);
        SortBy order = SortBy.of(null, "day", Vouchers.COLUMNS);
        Optional<Export> file = Export.wanted(request);
        if (file.isPresent()) {
            file.get().answer(response, "vouchers", COLUMNS, rows -> PageOf.each(
                    wish -> vouchers.list(filter, order, wish).map(Item::of), one -> rows.add(one.id(), one.kind(),
                            one.number(), one.issuedOn(), one.amount(), one.party(), one.text(), one.entry(),
                            one.cancelled(), one.signed())));
            return null;
        }
        return vouchers.list(filter, order, PageOf.Wish.of(page, size)).map(Item::of);
    }

    @Operation(summary = "The cashier says that the cash of a voucher was received or handed out")
    @PostMapping("/{id}/signature")
    @Allowed(Role.CASHIER)
    void sign(@PathVariable long id, HttpServletRequest request) {
        once.call(request, id, Long.class, () -> signVoucher.sign(Subject.voucher(id)).id());
    }

    @Operation(summary = "Orders of money; state OPEN are those that wait")
    @GetMapping("/orders")
    PageOf<OrderItem> orders(@RequestParam(required = false) String state, @RequestParam(required = false) String kind,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
        return orders.list(new MoneyOrders.Filter(state, kind), SortBy.of(null, "-made", MoneyOrders.COLUMNS),
                PageOf.Wish.of(page, size)).map(OrderItem::of);
    }

    @Operation(summary = "One order")
    @GetMapping("/orders/{id}")
    OrderItem one(@PathVariable long id) {
        return OrderItem.of(orders.get(id));
    }

    @Operation(summary = "Orders a receipt or payment that is no loan's; it waits for the chief accountant, cash for the cashier too")
    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    OrderItem order(@RequestBody OrderOtherMoney.Wish wish, HttpServletRequest request) {
        return once.call(request, wish, OrderItem.class, () -> OrderItem.of(orderOtherMoney.order(wish)));
    }

    @Operation(summary = "Lets an order be done, as the second person")
    @PostMapping("/orders/{id}/confirmation")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    OrderItem check(@PathVariable long id, HttpServletRequest request) {
        return once.call(request, id, OrderItem.class, () -> OrderItem.of(checkOrder.check(id)));
    }

    @Operation(summary = "The cashier has taken or handed out the cash of a checked order")
    @PostMapping("/orders/{id}/payment")
    @Allowed(Role.CASHIER)
    OrderItem pay(@PathVariable long id, HttpServletRequest request) {
        return once.call(request, id, OrderItem.class, () -> OrderItem.of(payOrder.pay(id)));
    }

    /** @param valueDate when the money was back; null is today's */
    record Reversal(String reason, LocalDate valueDate) {
    }

    @Operation(summary = "Orders a done order to be taken back; it waits for the chief accountant, cash for the cashier too")
    @PostMapping("/orders/{id}/reversal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    OrderItem reverse(@PathVariable long id, @RequestBody Reversal body, HttpServletRequest request) {
        return once.call(request, body, OrderItem.class, () -> OrderItem.of(reverseOrder.order(id,
                body.valueDate() == null ? businessDay.today() : body.valueDate(), body.reason())));
    }

    @Operation(summary = "Does not let an order be done, with the reason")
    @PostMapping("/orders/{id}/rejection")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    OrderItem decline(@PathVariable long id, @RequestBody Rejection body) {
        return OrderItem.of(declineOrder.decline(id, body.reason()));
    }
}
