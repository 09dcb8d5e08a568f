package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Money received or paid that is no loan's: the voucher's account against one of those allowed for it. */
@Component
public class OtherMoney implements OrderKind {

    private final MoneyOrders orders;
    private final JdbcClient jdbc;
    private final MoneyAccounts accounts;
    private final PostingTemplates templates;

    OtherMoney(MoneyOrders orders, JdbcClient jdbc, MoneyAccounts accounts, PostingTemplates templates) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.templates = templates;
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

    /** Money goes between that account and the other ones at banks, and cash to and from it. */
    void admitBank(String account, LocalDate from) {
        for (VoucherKind paper : List.of(VoucherKind.RECEIPT, VoucherKind.PAYMENT, VoucherKind.PAYMENT_ORDER)) {
            jdbc.sql("""
                    insert into vouchers.counter_account (fund_id, paper, account, valid_from)
                    select :fund, :paper, :account, :from where not exists (
                        select 1 from vouchers.counter_account where fund_id = :fund and paper = :paper and account = :account
                          and :from between valid_from and coalesce(valid_to, 'infinity'))""")
                    .param("fund", Actors.current().fundId()).param("paper", paper.name()).param("account", account)
                    .param("from", from).update();
        }
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
        if (!counterAccounts(order.paper(), order.valueDate()).contains(account)
                || account.equals(accounts.of(order.paper(), order.bankAccount()))) {
            throw Refusal.invalid("account", "vouchers.refused.account");
        }
    }

    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        long amount = Dong.longOf(order.amount());
        String money = accounts.of(order.paper(), order.bankAccount());
        String other = orders.details(order, Kept.class).account();
        boolean in = order.paper().comesIn();
        NewEntry entry = templates.begin(in ? "other.in" : "other.out", "order:" + order.id(), valueDate,
                "vouchers.entry.order", order.party().name(), order.text());
        return Optional.of(in ? entry.part("money", money, amount).part("against", other, amount)
                : entry.part("against", other, amount).part("money", money, amount));
    }
}
