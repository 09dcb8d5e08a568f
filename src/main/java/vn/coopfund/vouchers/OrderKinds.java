package vn.coopfund.vouchers;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that can be ordered, from every room. */
@Component
public class OrderKinds {

    private final ObjectProvider<OrderKind> kinds;

    OrderKinds(ObjectProvider<OrderKind> kinds) {
        this.kinds = kinds;
    }

    public List<OrderKind> all() {
        return kinds.stream().sorted(Comparator.comparing(OrderKind::code)).toList();
    }

    public OrderKind of(MoneyOrder order) {
        return kinds.stream().filter(kind -> kind.code().equals(order.kind())).findFirst().orElseThrow();
    }
}
