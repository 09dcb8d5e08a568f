package vn.coopfund.vouchers;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Line;
import vn.coopfund.ledger.NewEntry;

/** All that can be ordered, from every room. */
@Component
public class OrderKinds {

    private final ObjectProvider<OrderKind> kinds;
    private final Journal journal;

    OrderKinds(ObjectProvider<OrderKind> kinds, Journal journal) {
        this.kinds = kinds;
        this.journal = journal;
    }

    public List<OrderKind> all() {
        return kinds.stream().sorted(Comparator.comparing(OrderKind::code)).toList();
    }

    public OrderKind of(MoneyOrder order) {
        return kinds.stream().filter(kind -> kind.code().equals(order.kind())).findFirst().orElseThrow();
    }

    /** The lines that doing it posts, for the page that shows them before; none where it moves nothing. */
    public List<Line> lines(MoneyOrder order) {
        OrderKind kind = of(order);
        return kind.takesBack(order).map(journal::turned)
                .orElseGet(() -> kind.entry(order, order.valueDate()).map(NewEntry::lines).orElse(List.of()));
    }
}
