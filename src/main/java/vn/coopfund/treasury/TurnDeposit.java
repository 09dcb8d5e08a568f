package vn.coopfund.treasury;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.NewOrder;
import vn.coopfund.vouchers.OrderDesk;
import vn.coopfund.vouchers.Party;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.web.Refusal;

/** Orders what the bank's advice says about a deposit: interest received, matured, renewed, or withdrawn early. */
@Act
@Allowed(Role.ACCOUNTANT)
public class TurnDeposit {

    private final OrderDesk desk;
    private final DepositTurn kind;
    private final Deposits deposits;
    private final BankAccounts banks;

    TurnDeposit(OrderDesk desk, DepositTurn kind, Deposits deposits, BankAccounts banks) {
        this.desk = desk;
        this.kind = kind;
        this.deposits = deposits;
        this.banks = banks;
    }

    /**
     * @param interest  as the bank's advice says; it decides, not the fund's own count
     * @param rate      of the next term, percent a year; a renewal's alone, as is {@code maturesOn}
     * @param decision  number and date of the bank's advice
     */
    public record Wish(DepositEvent.Kind kind, MonetaryAmount interest, LocalDate valueDate, BigDecimal rate,
            LocalDate maturesOn, String decision, String bankAccount) {

        public Wish(DepositEvent.Kind kind, MonetaryAmount interest, LocalDate valueDate, BigDecimal rate,
                LocalDate maturesOn, String decision) {
            this(kind, interest, valueDate, rate, maturesOn, decision, null);
        }
    }

    public MoneyOrder order(long depositId, Wish wish) {
        Deposit deposit = deposits.lock(depositId);
        long interest = wish.interest() == null ? 0 : Dong.longOf(wish.interest());
        boolean renewed = wish.kind() == DepositEvent.Kind.RENEWED;
        new Refusal.Problems()
                .addIf(wish.kind() == null || wish.kind() == DepositEvent.Kind.OPENED
                        || wish.kind() == DepositEvent.Kind.TAKEN_BACK, "kind", "treasury.deposit.refused.kind")
                .addIf(interest < 0 || interest == 0 && wish.kind() == DepositEvent.Kind.INTEREST
                        || interest > deposit.principal(), "interest", "treasury.deposit.refused.interest")
                .addIf(renewed && OpenDeposit.wrong(wish.rate()), "rate", "treasury.deposit.refused.rate")
                .addIf(renewed && (wish.maturesOn() == null || wish.valueDate() != null && !wish.maturesOn().isAfter(wish.valueDate())),
                        "maturesOn", "treasury.deposit.refused.matures").refuseIfAny();
        return desk.take(NewOrder.of(kind, renewed ? null : VoucherKind.CREDIT_ADVICE, moved(wish.kind(), deposit, interest),
                wish.valueDate(), Party.named(deposit.bank()), wish.decision(), new DepositTurn.Kept(depositId, wish.kind(),
                        deposit.principal(), interest, wish.rate(), wish.maturesOn())).at(banks.named(wish.bankAccount())));
    }

    private static MonetaryAmount moved(DepositEvent.Kind kind, Deposit deposit, long interest) {
        return switch (kind) {
            case INTEREST -> Dong.of(interest);
            case RENEWED -> interest == 0 ? null : Dong.of(interest);
            default -> Dong.of(deposit.principal() + interest);
        };
    }
}
