package vn.coopfund.funding;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Posted;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;

/** A capital source takes no money after a day; what stands on it stays. */
@Component
class SourceEnding implements OrderKind {

    private final MoneyOrders orders;
    private final CapitalSources sources;

    SourceEnding(MoneyOrders orders, CapitalSources sources) {
        this.orders = orders;
        this.sources = sources;
    }

    record Kept(long source, LocalDate to) {
    }

    @Override
    public String code() {
        return "END_SOURCE";
    }

    @Override
    public String nameKey() {
        return "funding.order.END_SOURCE";
    }

    @Override
    public void done(MoneyOrder order, Posted posted) {
        Kept kept = orders.details(order, Kept.class);
        sources.end(kept.source(), kept.to());
    }
}
