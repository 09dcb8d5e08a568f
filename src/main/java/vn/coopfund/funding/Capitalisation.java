package vn.coopfund.funding;

import java.time.LocalDate;
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

/** Accumulation that a decision makes charter capital: from an account of accumulation or a source that is none yet. */
@Component
public class Capitalisation implements OrderKind {

    private final MoneyOrders orders;
    private final CapitalSources sources;
    private final Capital capital;
    private final Balances balances;
    private final FundingPostings postings;

    Capitalisation(MoneyOrders orders, CapitalSources sources, Capital capital, Balances balances, FundingPostings postings) {
        this.orders = orders;
        this.sources = sources;
        this.capital = capital;
        this.balances = balances;
        this.postings = postings;
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
        postings.accumulation().forEach(account -> standing.put(account, balances.of(account, on)));
        Map<Long, Long> bySource = capital.bySource(on);
        sources.all().stream().filter(this::isAccumulation)
                .forEach(source -> standing.put(source.code(), bySource.getOrDefault(source.id(), 0L)));
        return standing;
    }

    /** An account of accumulation, or the code of a source that is no charter capital. */
    boolean takesFrom(String from) {
        return postings.accumulation().contains(from) || sources.named(from).filter(this::isAccumulation).isPresent();
    }

    private boolean isAccumulation(CapitalSource source) {
        return source.own() && !source.charter() && postings.isOther(source.account());
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

    /** What was made charter capital must still stand there. */
    @Override
    public void refuseTakingBack(MoneyOrder done) {
        long standing = capital.bySource(done.valueDate()).getOrDefault(orders.details(done, Kept.class).to(), 0L);
        if (standing < Dong.longOf(done.amount())) {
            throw Refusal.conflict("funding.refused.source-has-less", Dong.of(standing));
        }
    }

    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        Kept kept = orders.details(order, Kept.class);
        CapitalSource from = postings.accumulation().contains(kept.from()) ? null : sources.named(kept.from()).orElseThrow();
        return Optional.of(postings.capitalisation(order, from == null ? kept.from() : from.account(), from,
                sources.get(kept.to()), valueDate));
    }
}
