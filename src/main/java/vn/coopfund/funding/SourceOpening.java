package vn.coopfund.funding;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Posted;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.web.Refusal;

/** A new capital source; it moves no money. */
@Component
class SourceOpening implements OrderKind {

    private final MoneyOrders orders;
    private final CapitalSources sources;

    SourceOpening(MoneyOrders orders, CapitalSources sources) {
        this.orders = orders;
        this.sources = sources;
    }

    record Kept(String code, String nameVi, String nameEn, String account, boolean charter, boolean own, LocalDate from) {
    }

    @Override
    public String code() {
        return "OPEN_SOURCE";
    }

    @Override
    public String nameKey() {
        return "funding.order.OPEN_SOURCE";
    }

    @Override
    public void refuseWrong(MoneyOrder order) {
        if (sources.named(orders.details(order, Kept.class).code()).isPresent()) {
            throw Refusal.invalid("code", "funding.refused.code-taken");
        }
    }

    @Override
    public void done(MoneyOrder order, Posted posted) {
        sources.add(orders.details(order, Kept.class));
    }
}
