package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Cash found over or short, until it is decided on; by the templates {@code cash.surplus} and {@code cash.shortage}. */
@Component
class CashDifference implements OrderKind {

    private final MoneyOrders orders;
    private final PostingTemplates templates;

    CashDifference(MoneyOrders orders, PostingTemplates templates) {
        this.orders = orders;
        this.templates = templates;
    }

    /** @param count id of the count that found it */
    record Kept(long count) {
    }

    @Override
    public String code() {
        return "CASH_DIFFERENCE";
    }

    @Override
    public String nameKey() {
        return "vouchers.order.kind.CASH_DIFFERENCE";
    }

    /** Its count is put right: what was wrong about that is found by the next count. */
    @Override
    public void refuseTakingBack(MoneyOrder done) {
        throw Refusal.conflict("vouchers.refused.count-put-right");
    }

    /** One count is put right once: its id names the fact. */
    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        boolean over = order.paper() == VoucherKind.RECEIPT;
        NewEntry entry = templates.begin(over ? "cash.surplus" : "cash.shortage",
                "cash-count:" + orders.details(order, Kept.class).count(), valueDate, "vouchers.entry.order",
                order.party().name(), order.text());
        return Optional.of(over ? entry.part("cash", amount).part("found", amount)
                : entry.part("missing", amount).part("cash", amount));
    }
}
