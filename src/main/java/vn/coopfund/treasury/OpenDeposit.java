package vn.coopfund.treasury;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.NewOrder;
import vn.coopfund.vouchers.OrderDesk;
import vn.coopfund.vouchers.Party;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.web.Refusal;

/** Orders idle money to be put on term at a bank. */
@Act
@Allowed(Role.ACCOUNTANT)
public class OpenDeposit {

    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(100);

    private final OrderDesk desk;
    private final DepositOpening kind;
    private final BankAccounts banks;

    OpenDeposit(OrderDesk desk, DepositOpening kind, BankAccounts banks) {
        this.desk = desk;
        this.kind = kind;
        this.banks = banks;
    }

    /**
     * @param number   of the bank's contract or savings book
     * @param rate     percent a year
     * @param decision number and date of the paper
     */
    public record Wish(String bank, String number, MonetaryAmount amount, BigDecimal rate, LocalDate valueDate,
            LocalDate maturesOn, String decision, String bankAccount) {

        public Wish(String bank, String number, MonetaryAmount amount, BigDecimal rate, LocalDate valueDate,
                LocalDate maturesOn, String decision) {
            this(bank, number, amount, rate, valueDate, maturesOn, decision, null);
        }
    }

    public MoneyOrder order(Wish wish) {
        new Refusal.Problems().addIf(unfit(wish.bank(), 200), "bank", "treasury.deposit.refused.bank")
                .addIf(unfit(wish.number(), 100), "number", "treasury.deposit.refused.number")
                .addIf(wrong(wish.rate()), "rate", "treasury.deposit.refused.rate")
                .addIf(wish.maturesOn() == null || wish.valueDate() != null && !wish.maturesOn().isAfter(wish.valueDate()),
                        "maturesOn", "treasury.deposit.refused.matures").refuseIfAny();
        return desk.take(NewOrder.of(kind, VoucherKind.PAYMENT_ORDER, wish.amount(), wish.valueDate(),
                Party.named(wish.bank().strip()), wish.decision(), new DepositOpening.Kept(wish.bank().strip(),
                        wish.number().strip(), wish.rate(), wish.maturesOn())).at(banks.named(wish.bankAccount())));
    }

    static boolean wrong(BigDecimal rate) {
        return rate == null || rate.signum() < 0 || rate.compareTo(HIGHEST_RATE) > 0 || rate.scale() > 4;
    }

    private static boolean unfit(String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest;
    }
}
