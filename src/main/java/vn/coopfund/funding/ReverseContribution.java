package vn.coopfund.funding;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.NewOrder;
import vn.coopfund.vouchers.OrderDesk;
import vn.coopfund.vouchers.Party;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.web.Refusal;

/** Orders confirmed capital to be taken back, with the reason; a second person lets it be done. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ReverseContribution {

    private final Contributions contributions;
    private final MoneyOrders orders;
    private final OrderDesk desk;
    private final ContributionReversal kind;

    ReverseContribution(Contributions contributions, MoneyOrders orders, OrderDesk desk, ContributionReversal kind) {
        this.contributions = contributions;
        this.orders = orders;
        this.desk = desk;
        this.kind = kind;
    }

    /** @param valueDate when the money went back, or the contribution's own day where it never came */
    public MoneyOrder order(long id, LocalDate valueDate, String reason) {
        Contribution paidIn = contributions.getForUpdate(id);
        if (paidIn.state() != Contribution.State.CONFIRMED) {
            throw Refusal.conflict("vouchers.refused.nothing-to-reverse");
        }
        orders.concerning(ContributionReversal.CODE, "contribution", id).ifPresent(other -> {
            throw Refusal.conflict("vouchers.refused.reversal-waits", Long.toString(other.id()));
        });
        new Refusal.Problems().addIf(reason == null || reason.isBlank(), "text", "vouchers.refused.reason").refuseIfAny();
        return desk.take(NewOrder.of(kind, VoucherKind.DEBIT_ADVICE, paidIn.amount(), valueDate,
                Party.named(paidIn.source().nameVi()), reason, new ContributionReversal.Kept(id)).at(paidIn.bankAccount()));
    }
}
