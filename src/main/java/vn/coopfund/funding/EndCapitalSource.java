package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.Optional;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.NewOrder;
import vn.coopfund.vouchers.OrderDesk;
import vn.coopfund.web.Refusal;

/** Orders that a capital source take no money after a day. */
@Act
@Allowed(Role.ACCOUNTANT)
public class EndCapitalSource {

    private final OrderDesk desk;
    private final SourceEnding kind;
    private final CapitalSources sources;
    private final BusinessDay businessDay;

    EndCapitalSource(OrderDesk desk, SourceEnding kind, CapitalSources sources, BusinessDay businessDay) {
        this.desk = desk;
        this.kind = kind;
        this.sources = sources;
        this.businessDay = businessDay;
    }

    /**
     * @param source   code or id
     * @param to       the last day on which it takes money
     * @param decision number and date of the paper
     */
    public record Wish(String source, LocalDate to, String decision) {
    }

    public MoneyOrder order(Wish wish) {
        Optional<CapitalSources.Dated> source = sources.dated().stream()
                .filter(one -> one.source().code().equals(wish.source()) || String.valueOf(one.source().id()).equals(wish.source()))
                .findFirst();
        new Refusal.Problems().addIf(source.isEmpty(), "source", "funding.refused.source")
                .addIf(wish.to() == null || source.isPresent() && wish.to().isBefore(source.get().from()), "to",
                        "funding.refused.ends-before")
                .addIf(wish.decision() == null || wish.decision().isBlank(), "decision", "funding.contribution.decision")
                .refuseIfAny();
        return desk.take(NewOrder.of(kind, null, null, businessDay.today(), null,
                source.get().source().nameVi() + ", " + wish.decision().strip(),
                new SourceEnding.Kept(source.get().source().id(), wish.to())));
    }
}
