package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Money received or paid that is no loan's: the voucher's account against one of those allowed for it. */
@Component
public class OtherMoney implements OrderKind {

    private final MoneyOrders orders;
    private final JdbcClient jdbc;

    OtherMoney(MoneyOrders orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** @param account the other side of the entry */
    record Kept(String account) {
    }

    /** The accounts that may stand on the other side of this voucher on a day. */
    public List<String> counterAccounts(VoucherKind paper, LocalDate on) {
        return jdbc.sql("""
                select account from vouchers.counter_account where fund_id = ? and paper = ?
                and ? between valid_from and coalesce(valid_to, 'infinity') order by account""")
                .params(Actors.current().fundId(), paper.name(), on).query(String.class).list();
    }

    @Override
    public String code() {
        return "OTHER_MONEY";
    }

    @Override
    public String nameKey() {
        return "vouchers.order.kind.OTHER_MONEY";
    }

    @Override
    public void refuseWrong(MoneyOrder order) {
        String account = orders.details(order, Kept.class).account();
        if (!counterAccounts(order.paper(), order.valueDate()).contains(account)) {
            throw Refusal.invalid("account", "vouchers.refused.account");
        }
    }

    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        String money = order.paper().account();
        String other = orders.details(order, Kept.class).account();
        return Optional.of(NewEntry.of("order:" + order.id(), valueDate, "vouchers.entry.order", order.party().name(), order.text())
                .debit(order.paper().comesIn() ? money : other, amount)
                .credit(order.paper().comesIn() ? other : money, amount));
    }
}
