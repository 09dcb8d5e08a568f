package vn.coopfund.funding;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.web.Refusal;

/** Capital that was confirmed by mistake, or went back at once: its entry is taken back. */
@Component
class ContributionReversal implements OrderKind {

    static final String CODE = "REVERSE_CONTRIBUTION";

    private final MoneyOrders orders;
    private final Contributions contributions;
    private final Capital capital;
    private final BusinessDay businessDay;

    ContributionReversal(MoneyOrders orders, Contributions contributions, Capital capital, BusinessDay businessDay) {
        this.orders = orders;
        this.contributions = contributions;
        this.capital = capital;
        this.businessDay = businessDay;
    }

    record Kept(long contribution) {
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String nameKey() {
        return "funding.order.REVERSE_CONTRIBUTION";
    }

    /** What was paid in must still stand with its source. */
    @Override
    public void refuseWrong(MoneyOrder order) {
        Contribution paidIn = of(order);
        if (order.valueDate().isBefore(paidIn.valueDate())) {
            throw Refusal.invalid("valueDate", "vouchers.refused.before-original", paidIn.valueDate());
        }
        long standing = capital.bySource(businessDay.today()).getOrDefault(paidIn.source().id(), 0L);
        if (standing < Dong.longOf(paidIn.amount())) {
            throw Refusal.conflict("funding.refused.source-has-less", Dong.of(standing));
        }
    }

    @Override
    public Optional<Long> takesBack(MoneyOrder order) {
        return Optional.of(of(order).entryId());
    }

    private Contribution of(MoneyOrder order) {
        return contributions.get(orders.details(order, Kept.class).contribution());
    }
}
