package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.NewOrder;
import vn.coopfund.vouchers.OrderDesk;
import vn.coopfund.web.Refusal;

/** Orders, by a decision, accumulation to count as charter capital: by the template {@code capital.capitalised}. */
@Act
@Allowed(Role.ACCOUNTANT)
public class CapitaliseAccumulation {

    private final OrderDesk desk;
    private final Capitalisation kind;
    private final CapitalSources sources;

    CapitaliseAccumulation(OrderDesk desk, Capitalisation kind, CapitalSources sources) {
        this.desk = desk;
        this.kind = kind;
        this.sources = sources;
    }

    /**
     * @param from     an account of accumulation or the code of a source that is no charter capital
     * @param to       code or id of a source that is
     * @param decision number and date of the paper
     */
    public record Wish(String from, String to, MonetaryAmount amount, LocalDate valueDate, String decision) {
    }

    public MoneyOrder order(Wish wish) {
        Optional<CapitalSource> to = sources.named(wish.to()).filter(CapitalSource::countsAsCharterCapital);
        boolean known = wish.from() != null && kind.takesFrom(wish.from());
        new Refusal.Problems().addIf(!known, "from", "funding.refused.from").addIf(to.isEmpty(), "to", "funding.refused.to")
                .addIf(wish.amount() == null, "amount", "funding.contribution.amount").refuseIfAny();
        return desk.take(NewOrder.of(kind, null, wish.amount(), wish.valueDate(), null, wish.decision(),
                new Capitalisation.Kept(wish.from(), to.get().id())));
    }
}
