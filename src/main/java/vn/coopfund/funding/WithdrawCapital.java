package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.Optional;
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

/** Orders capital to be given back, or entrusted money to be returned: by the templates {@code capital.out} and {@code entrusted.out}. */
@Act
@Allowed(Role.ACCOUNTANT)
public class WithdrawCapital {

    private final OrderDesk desk;
    private final CapitalWithdrawal kind;
    private final CapitalSources sources;
    private final BankAccounts banks;

    WithdrawCapital(OrderDesk desk, CapitalWithdrawal kind, CapitalSources sources, BankAccounts banks) {
        this.desk = desk;
        this.kind = kind;
        this.sources = sources;
        this.banks = banks;
    }

    /**
     * @param source   code or id
     * @param party    who is paid
     * @param account  number and bank of who is paid
     * @param decision number and date of the paper
     * @param bankAccount id or number of the account of the fund that pays; null is the usual one
     */
    public record Wish(String source, MonetaryAmount amount, LocalDate valueDate, String party, String account,
            String decision, String bankAccount) {

        public Wish(String source, MonetaryAmount amount, LocalDate valueDate, String party, String account, String decision) {
            this(source, amount, valueDate, party, account, decision, null);
        }
    }

    public MoneyOrder order(Wish wish) {
        Optional<CapitalSource> source = sources.named(wish.source());
        new Refusal.Problems().addIf(source.isEmpty(), "source", "funding.refused.source").refuseIfAny();
        String account = wish.account() == null || wish.account().isBlank() ? null : wish.account().strip();
        return desk.take(NewOrder.of(kind, VoucherKind.PAYMENT_ORDER, wish.amount(), wish.valueDate(),
                new Party(wish.party(), null, account), wish.decision(), new CapitalWithdrawal.Kept(source.get().id()))
                .at(banks.named(wish.bankAccount())));
    }
}
