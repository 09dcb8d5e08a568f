package vn.coopfund.treasury;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.web.Refusal;

/** Idle money put on term. Money promised to borrowers is not idle. */
@Component
class DepositOpening implements OrderKind {

    private final MoneyOrders orders;
    private final Deposits deposits;
    private final DepositPostings postings;

    DepositOpening(MoneyOrders orders, Deposits deposits, DepositPostings postings) {
        this.orders = orders;
        this.deposits = deposits;
        this.postings = postings;
    }

    record Kept(String bank, String number, BigDecimal rate, LocalDate maturesOn) {
    }

    @Override
    public String code() {
        return "OPEN_DEPOSIT";
    }

    @Override
    public String nameKey() {
        return "treasury.deposit.order.OPEN_DEPOSIT";
    }

    @Override
    public boolean takesFreeMoney() {
        return true;
    }

    @Override
    public void refuseWrong(MoneyOrder order) {
        Kept kept = orders.details(order, Kept.class);
        if (deposits.has(kept.bank(), kept.number())) {
            throw Refusal.invalid("number", "treasury.deposit.refused.known", kept.number());
        }
    }

    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        return Optional.of(postings.opening(order, Dong.longOf(order.amount()), orders.details(order, Kept.class).bank(),
                valueDate));
    }

    /** What happened to the deposit since is taken back first. */
    @Override
    public void refuseTakingBack(MoneyOrder done) {
        deposits.refuseUnlessLast(done.id());
    }

    @Override
    public void takenBack(MoneyOrder done, MoneyOrder by) {
        deposits.takeBack(done.id(), by.id(), by.valueDate());
    }

    @Override
    public void done(MoneyOrder order, Posted posted) {
        Kept kept = orders.details(order, Kept.class);
        deposits.add(kept.bank(), kept.number(), new DepositEvent(order.id(), DepositEvent.Kind.OPENED, order.valueDate(),
                Dong.longOf(order.amount()), 0, kept.rate(), kept.maturesOn()));
    }
}
