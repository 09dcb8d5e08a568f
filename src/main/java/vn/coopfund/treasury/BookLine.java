package vn.coopfund.treasury;

import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.NewOrder;
import vn.coopfund.vouchers.OrderDesk;
import vn.coopfund.vouchers.Party;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.web.Refusal;

/**
 * Orders a line that nothing in the books answers to, such as a transfer without order, to be booked by a chosen template;
 * a second person lets it be posted. What was posted before is linked by {@link MatchLine} instead.
 */
@Act
@Allowed(Role.ACCOUNTANT)
public class BookLine {

    private final Lines lines;
    private final Templates templates;
    private final BankAccounts accounts;
    private final MoneyOrders orders;
    private final OrderDesk desk;
    private final LineBooking kind;

    BookLine(Lines lines, Templates templates, BankAccounts accounts, MoneyOrders orders, OrderDesk desk, LineBooking kind) {
        this.lines = lines;
        this.templates = templates;
        this.accounts = accounts;
        this.orders = orders;
        this.desk = desk;
        this.kind = kind;
    }

    /**
     * @param template id or code of one that waits for a second person
     * @param amount   of the line; null is all that is open of it
     * @param text     what it was, in the words of who says so
     */
    public record Wish(String template, MonetaryAmount amount, String text) {
    }

    public MoneyOrder order(long lineId, Wish wish) {
        Line line = lines.lock(lineId);
        if (line.open() == 0) {
            throw Refusal.conflict("treasury.refused.nothing-open", "#" + line.state().key());
        }
        orders.concerning(LineBooking.CODE, "line", lineId).filter(other -> other.state().isOpen()).ifPresent(other -> {
            throw Refusal.conflict("treasury.refused.booking-waits", Long.toString(other.id()));
        });
        Template template = templates.named(wish.template()).filter(one -> one.secondPerson() && one.in() == line.isIn())
                .orElseThrow(() -> Refusal.invalid("template", "treasury.refused.template"));
        MonetaryAmount amount = wish.amount() == null ? Dong.of(line.toMatch()) : wish.amount();
        return desk.take(NewOrder.of(kind, line.isIn() ? VoucherKind.CREDIT_ADVICE : VoucherKind.DEBIT_ADVICE, amount,
                line.paidOn(), Party.named(accounts.byId(line.bankAccountId()).bankName()), wish.text(),
                new LineBooking.Kept(lineId, template.id())).at(line.bankAccountId()));
    }
}
