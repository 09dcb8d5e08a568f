package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;

/** Cash found over or short: Nợ 111 / Có 3381, or Nợ 1381 / Có 111, until it is decided on. */
@Component
class CashDifference implements OrderKind {

    private final MoneyOrders orders;

    CashDifference(MoneyOrders orders) {
        this.orders = orders;
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

    /** One count is put right once: its id names the fact. */
    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        boolean over = order.paper() == VoucherKind.RECEIPT;
        return Optional.of(NewEntry.of("cash-count:" + orders.details(order, Kept.class).count(), valueDate,
                        "vouchers.entry.order", order.party().name(), order.text())
                .debit(over ? "111" : "1381", amount).credit(over ? "3381" : "111", amount));
    }
}
