package vn.coopfund.vouchers;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Orders a receipt or payment that is no loan's: office costs, a bank fee, an advance, cash from the bank. */
@Act
@Allowed(Role.ACCOUNTANT)
public class OrderOtherMoney {

    private final OrderDesk desk;
    private final OtherMoney kind;

    OrderOtherMoney(OrderDesk desk, OtherMoney kind) {
        this.desk = desk;
        this.kind = kind;
    }

    /** @param account the other side of the entry */
    public record Wish(VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, String account, String party,
            String partyAddress, String partyAccount, String text) {
    }

    public MoneyOrder order(Wish wish) {
        new Refusal.Problems().addIf(wish.paper() == null, "paper", "vouchers.refused.paper")
                .addIf(wish.account() == null || wish.account().isBlank(), "account", "vouchers.refused.account").refuseIfAny();
        return desk.take(NewOrder.of(kind, wish.paper(), wish.amount(), wish.valueDate(),
                new Party(wish.party(), blankless(wish.partyAddress()), blankless(wish.partyAccount())), wish.text(),
                new OtherMoney.Kept(wish.account())).throughTheCashier());
    }

    private static String blankless(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
