package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.web.Refusal;

/** Accumulation that a decision makes charter capital: from 4211, 414, 418 or a source that is none yet. */
@Component
public class Capitalisation implements OrderKind {

    /** Accounts of accumulation that know no sources. */
    public static final List<String> ACCOUNTS = List.of("4211", "418", "414");

    private final MoneyOrders orders;
    private final CapitalSources sources;
    private final Capital capital;
    private final Balances balances;

    Capitalisation(MoneyOrders orders, CapitalSources sources, Capital capital, Balances balances) {
        this.orders = orders;
        this.sources = sources;
        this.capital = capital;
        this.balances = balances;
    }

    /**
     * @param from an account, or the code of a source
     * @param to   id of the source that is charter capital
     */
    record Kept(String from, long to) {
    }

    /** Where accumulation stands on a day: accounts and sources that are no charter capital yet, with their balances. */
    public Map<String, Long> standing(LocalDate on) {
        Map<String, Long> standing = new java.util.LinkedHashMap<>();
        ACCOUNTS.forEach(account -> standing.put(account, balances.of(account, on)));
        Map<Long, Long> bySource = capital.bySource(on);
        sources.all().stream().filter(Capitalisation::isAccumulation)
                .forEach(source -> standing.put(source.code(), bySource.getOrDefault(source.id(), 0L)));
        return standing;
    }

    static boolean isAccumulation(CapitalSource source) {
        return source.own() && !source.charter() && source.account().equals("4118");
    }

    @Override
    public String code() {
        return "CAPITALISE";
    }

    @Override
    public String nameKey() {
        return "funding.order.CAPITALISE";
    }

    @Override
    public boolean needsPaper() {
        return true;
    }

    @Override
    public void refuseWrong(MoneyOrder order) {
        long standing = standing(order.valueDate()).getOrDefault(orders.details(order, Kept.class).from(), 0L);
        if (standing < Dong.longOf(order.amount())) {
            throw Refusal.invalid("amount", "funding.refused.accumulated-less", Dong.of(standing));
        }
    }

    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        Kept kept = orders.details(order, Kept.class);
        CapitalSource from = ACCOUNTS.contains(kept.from()) ? null : sources.named(kept.from()).orElseThrow();
        return Optional.of(FundingPostings.capitalisation(order, from == null ? kept.from() : from.account(), from,
                sources.get(kept.to()), valueDate));
    }
}
