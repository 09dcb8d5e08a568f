package vn.coopfund.treasury;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.web.Refusal;

/** What happens to an open deposit: interest, maturity, renewal, or the money back before its time. */
@Component
class DepositTurn implements OrderKind {

    private final MoneyOrders orders;
    private final Deposits deposits;
    private final DepositPostings postings;

    DepositTurn(MoneyOrders orders, Deposits deposits, DepositPostings postings) {
        this.orders = orders;
        this.deposits = deposits;
        this.postings = postings;
    }

    /**
     * @param principal of the deposit when it was ordered: where it has changed since, the order no longer fits
     * @param rate      of the next term; null but for a renewal
     */
    record Kept(long deposit, DepositEvent.Kind kind, long principal, long interest, BigDecimal rate, LocalDate maturesOn) {
    }

    @Override
    public String code() {
        return "TURN_DEPOSIT";
    }

    @Override
    public String nameKey() {
        return "treasury.deposit.order.TURN_DEPOSIT";
    }

    @Override
    public void refuseWrong(MoneyOrder order) {
        Kept kept = orders.details(order, Kept.class);
        Deposit deposit = deposits.lock(kept.deposit());
        if (!deposit.open() || deposit.principal() != kept.principal()) {
            throw Refusal.conflict("treasury.deposit.refused.changed");
        }
        new Refusal.Problems()
                .addIf(order.valueDate().isBefore(deposit.termOn()), "valueDate", "treasury.deposit.refused.before", deposit.termOn())
                .addIf(kept.kind() == DepositEvent.Kind.WITHDRAWN && deposit.isMature(order.valueDate()), "valueDate",
                        "treasury.deposit.refused.mature", deposit.maturesOn())
                .addIf((kept.kind() == DepositEvent.Kind.MATURED || kept.kind() == DepositEvent.Kind.RENEWED)
                        && !deposit.isMature(order.valueDate()), "valueDate", "treasury.deposit.refused.not-mature", deposit.maturesOn())
                .refuseIfAny();
    }

    /** A renewal without interest moves nothing in the books. */
    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        Kept kept = orders.details(order, Kept.class);
        String bank = deposits.get(kept.deposit()).bank();
        return switch (kept.kind()) {
            case INTEREST -> Optional.of(postings.interest(order, kept.interest(), bank, valueDate));
            case RENEWED -> kept.interest() == 0 ? Optional.empty()
                    : Optional.of(postings.renewal(order, kept.interest(), bank, valueDate));
            case MATURED, WITHDRAWN -> Optional.of(postings.back(order, kept.principal(), kept.interest(),
                    "treasury.deposit.entry." + kept.kind(), bank, valueDate));
            case OPENED, TAKEN_BACK -> throw new IllegalStateException("an opening is an order of its own");
        };
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
        Deposit deposit = deposits.get(kept.deposit());
        long principal = switch (kept.kind()) {
            case RENEWED -> kept.principal() + kept.interest();
            case MATURED, WITHDRAWN -> 0;
            default -> kept.principal();
        };
        boolean renewed = kept.kind() == DepositEvent.Kind.RENEWED;
        deposits.change(deposit.id(), new DepositEvent(order.id(), kept.kind(), order.valueDate(), principal, kept.interest(),
                renewed ? kept.rate() : deposit.rate(), renewed ? kept.maturesOn() : deposit.maturesOn()));
    }
}
