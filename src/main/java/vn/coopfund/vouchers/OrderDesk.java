package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Takes orders in, and carries them out: the entry, its voucher, and what else the kind does, in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderDesk {

    public static final int LONGEST_TEXT = 500;
    static final int LONGEST_PARTY = 200;

    private final MoneyOrders orders;
    private final OrderKinds kinds;
    private final Vouchers vouchers;
    private final CashSignatures signatures;
    private final Journal journal;
    private final Balances balances;
    private final MoneyAccounts accounts;
    private final ObjectProvider<MoneyAtHand> money;
    private final Duties duties;
    private final People people;
    private final BusinessDay businessDay;
    private final ApplicationEventPublisher publisher;

    OrderDesk(MoneyOrders orders, OrderKinds kinds, Vouchers vouchers, CashSignatures signatures, Journal journal,
            Balances balances, MoneyAccounts accounts, ObjectProvider<MoneyAtHand> money, Duties duties, People people, BusinessDay businessDay,
            ApplicationEventPublisher publisher) {
        this.orders = orders;
        this.kinds = kinds;
        this.vouchers = vouchers;
        this.signatures = signatures;
        this.journal = journal;
        this.balances = balances;
        this.accounts = accounts;
        this.money = money;
        this.duties = duties;
        this.people = people;
        this.businessDay = businessDay;
        this.publisher = publisher;
    }

    /**
     * An order now waits for the second person. The program itself orders nothing: somebody has to answer for it.
     *
     * @throws Refusal for what no order may be: no amount, a day ahead, no reason, or what its kind says
     */
    public MoneyOrder take(NewOrder wished) {
        if (Actors.current().isSystem()) {
            throw Refusal.forbidden("vouchers.refused.second-person");
        }
        refuseWrong(wished);
        MoneyOrder order = orders.add(new NewOrder(wished.kind(), wished.paper(), wished.amount(), wished.valueDate(),
                wished.party(), wished.text().strip(), wished.details(), wished.byCashier(), wished.bankAccount()), businessDay.now());
        duties.take(order.subject(), Duty.PREPARE_ORDER);
        kinds.of(order).refuseWrong(order);
        refuseTooMuch(order);
        return order;
    }

    private void refuseWrong(NewOrder wished) {
        LocalDate today = businessDay.today();
        String party = wished.party() == null ? null : wished.party().name();
        new Refusal.Problems()
                .addIf(wished.amount() != null && !wished.amount().isPositive(), "amount", "vouchers.refused.amount")
                .addIf(wished.paper() != null && wished.amount() == null, "amount", "vouchers.refused.amount")
                .addIf(wished.amount() != null && wished.amount().isGreaterThan(Dong.LARGEST), "amount",
                        "vouchers.refused.amount-too-large", Dong.LARGEST)
                .addIf(wished.valueDate() == null, "valueDate", "vouchers.refused.day")
                .addIf(wished.valueDate() != null && wished.valueDate().isAfter(today), "valueDate",
                        "ledger.value-date-in-future", today)
                .addIf(wished.paper() != null && (party == null || party.isBlank()), "party", "vouchers.refused.party")
                .addIf(longerThan(party, LONGEST_PARTY), "party", "vouchers.refused.too-long", LONGEST_PARTY)
                .addIf(wished.party() != null && longerThan(wished.party().address(), LONGEST_TEXT), "partyAddress",
                        "vouchers.refused.too-long", LONGEST_TEXT)
                .addIf(wished.party() != null && longerThan(wished.party().account(), LONGEST_PARTY), "partyAccount",
                        "vouchers.refused.too-long", LONGEST_PARTY)
                .addIf(wished.text() == null || wished.text().isBlank(), "text", "vouchers.refused.text")
                .addIf(wished.text() != null && wished.text().strip().length() > LONGEST_TEXT, "text",
                        "vouchers.refused.too-long", LONGEST_TEXT)
                .refuseIfAny();
    }

    private static boolean longerThan(String text, int longest) {
        return text != null && text.length() > longest;
    }

    /**
     * Carries an order out that nobody has to wait for any more, by the present actor.
     *
     * @param valueDate when the money moved
     */
    MoneyOrder carryOut(MoneyOrder order, LocalDate valueDate) {
        OrderKind kind = kinds.of(order);
        money.ifAvailable(MoneyAtHand::lock);
        kind.refuseWrong(order);
        refuseTooMuch(order);
        Posted posted = kind.takesBack(order).map(entry -> takeBack(order, entry, valueDate))
                .or(() -> kind.entry(order, valueDate).map(entry -> post(order, entry))).orElse(null);
        orders.done(order, businessDay.now(), posted == null ? null : posted.entryId());
        kind.done(order, posted);
        return orders.get(order.id());
    }

    private Posted post(MoneyOrder order, NewEntry entry) {
        entry.madeBy(order.madeBy());
        if (order.checkedBy() != null) {
            entry.checkedBy(order.checkedBy());
        }
        return withPapers(order, journal.post(entry));
    }

    /** The contra entry; the papers of the entry that it takes back say so, and bear no weight any more. */
    private Posted takeBack(MoneyOrder order, long entryId, LocalDate valueDate) {
        Posted back = Actors.as(people.find(order.madeBy()).orElseThrow(), () -> journal.reverse(entryId,
                "reversal:order:" + order.id(), order.text(), order.checkedBy(), valueDate));
        vouchers.cancel(entryId, back, order.text());
        publisher.publishEvent(new EntryTakenBack(entryId, back.entryId(), order.text()));
        return withPapers(order, back);
    }

    private Posted withPapers(MoneyOrder order, Posted posted) {
        List<Voucher> papers = Actors.as(people.find(order.madeBy()).orElseThrow(), () -> papers(order, posted));
        if (order.byCashier()) {
            papers.stream().filter(paper -> paper.kind().isCash()).forEach(paper -> signatures.add(paper.id()));
        }
        return posted;
    }

    /** The order's own voucher and, where money goes between cash and bank, the one of the other side. */
    private List<Voucher> papers(MoneyOrder order, Posted posted) {
        return order.paper() == null ? List.of() : accounts.papers(order.paper(), journal.linesOf(posted.entryId())).stream()
                .map(paper -> vouchers.issue(paper, posted, order.party(), order.amount(), order.text())).toList();
    }

    private void refuseTooMuch(MoneyOrder order) {
        if (order.paper() == null || order.paper().comesIn()) {
            return;
        }
        MonetaryAmount there = Dong.of(balances.ofItself(accounts.of(order.paper(), order.bankAccount()), businessDay.today()));
        if (there.isLessThan(order.amount())) {
            throw Refusal.invalid("amount", "vouchers.refused.not-there", order.paper().isCash() ? "#vouchers.where.cash" : "#vouchers.where.bank", there);
        }
        if (kinds.of(order).takesFreeMoney()) {
            money.ifAvailable(held -> {
                if (held.freeToLend().isLessThan(order.amount())) {
                    throw Refusal.invalid("amount", "vouchers.refused.promised", held.freeToLend());
                }
            });
        }
    }
}
