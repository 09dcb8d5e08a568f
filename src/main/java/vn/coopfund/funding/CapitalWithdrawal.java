package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.web.Refusal;

/** Capital that leaves: given back to its source, or entrusted money returned. */
@Component
class CapitalWithdrawal implements OrderKind {

    private final MoneyOrders orders;
    private final CapitalSources sources;
    private final Capital capital;
    private final FundingPostings postings;

    CapitalWithdrawal(MoneyOrders orders, CapitalSources sources, Capital capital, FundingPostings postings) {
        this.orders = orders;
        this.sources = sources;
        this.capital = capital;
        this.postings = postings;
    }

    /** @param source id of the capital source */
    record Kept(long source) {
    }

    @Override
    public String code() {
        return "WITHDRAW_CAPITAL";
    }

    @Override
    public String nameKey() {
        return "funding.order.WITHDRAW_CAPITAL";
    }

    @Override
    public boolean needsPaper() {
        return true;
    }

    @Override
    public boolean takesFreeMoney() {
        return true;
    }

    @Override
    public void refuseWrong(MoneyOrder order) {
        long standing = capital.bySource(order.valueDate()).getOrDefault(source(order).id(), 0L);
        if (standing < Dong.longOf(order.amount())) {
            throw Refusal.invalid("amount", "funding.refused.source-has-less", Dong.of(standing));
        }
    }

    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        return Optional.of(postings.withdrawal(order, source(order), valueDate));
    }

    private CapitalSource source(MoneyOrder order) {
        return sources.get(orders.details(order, Kept.class).source());
    }
}
