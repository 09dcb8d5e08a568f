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
    private final BankAccounts banks;

    OrderOtherMoney(OrderDesk desk, OtherMoney kind, BankAccounts banks) {
        this.desk = desk;
        this.kind = kind;
        this.banks = banks;
    }

    /**
     * @param account     the other side of the entry
     * @param bankAccount id or number of the account at a bank that it moves; null is the usual one
     */
    public record Wish(VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, String account, String party,
            String partyAddress, String partyAccount, String text, String bankAccount) {

        public Wish(VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, String account, String party,
                String partyAddress, String partyAccount, String text) {
            this(paper, amount, valueDate, account, party, partyAddress, partyAccount, text, null);
        }
    }

    public MoneyOrder order(Wish wish) {
        new Refusal.Problems().addIf(wish.paper() == null, "paper", "vouchers.refused.paper")
                .addIf(wish.account() == null || wish.account().isBlank(), "account", "vouchers.refused.account").refuseIfAny();
        return desk.take(NewOrder.of(kind, wish.paper(), wish.amount(), wish.valueDate(),
                new Party(wish.party(), blankless(wish.partyAddress()), blankless(wish.partyAccount())), wish.text(),
                new OtherMoney.Kept(wish.account())).at(wish.paper().isCash() ? null : banks.named(wish.bankAccount()))
                .throughTheCashier());
    }

    private static String blankless(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
