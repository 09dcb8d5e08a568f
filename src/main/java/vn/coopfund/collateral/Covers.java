package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.CasePaths;

/** Which loans the items secure. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Covers {

    static final String CONTRACT_SYMBOL = "HĐBĐ-QHTX";

    private final JdbcClient jdbc;
    private final Items items;
    private final Offers offers;
    private final Valuations valuations;
    private final NumberSeries numbers;
    private final SecuredDebts debts;
    private final CasePaths cases;
    private final CaseEvents events;

    Covers(JdbcClient jdbc, Items items, Offers offers, Valuations valuations, NumberSeries numbers, SecuredDebts debts,
            CasePaths cases, CaseEvents events) {
        this.jdbc = jdbc;
        this.items = items;
        this.offers = offers;
        this.valuations = valuations;
        this.numbers = numbers;
        this.debts = debts;
        this.cases = cases;
        this.events = events;
    }

    /**
     * What a credit contract says of its security in its own words.
     *
     * @param value    as appraised, đồng; null where it was not
     * @param contract the number under which it is agreed
     */
    public record InWords(SecurityMeasure measure, String words, Long value, LocalDate valuedOn, String contract) {
    }

    /**
     * A contract is signed: what was offered for its application secures the loan, each item by a security contract of its
     * own, behind the loans that it secures already; where nothing was, an item stands for the contract's words.
     */
    public void bind(Long application, long loan, long borrower, LocalDate signedOn, InWords security) {
        List<Item> offered = application == null ? List.of() : items.ofApplication(application);
        for (Item item : offered) {
            Item held = items.lock(item.id());
            int next = held.openCovers().stream().mapToInt(Item.Cover::rank).max().orElse(0) + 1;
            add(held, loan, signedOn, next, null, numbers.nextWritten(CONTRACT_SYMBOL, signedOn.getYear()));
        }
        if (offered.isEmpty()) {
            long id = offers.asContract(borrower, security.measure(), security.words());
            Item item = items.lock(id);
            add(item, loan, signedOn, 1, null, security.contract());
            if (security.value() != null) {
                valuations.takeOver(item, security.value(), security.valuedOn());
            }
        }
    }

    /**
     * An item that is here already secures a loan too; another borrower's is not there.
     *
     * @param borrower whose loan it is, and who has offered the item
     * @param rank null shares with those of the first rank
     * @param most up to how much, đồng; null with all that it is worth
     */
    public Item share(long id, long borrower, long loan, LocalDate from, Integer rank, Long most) {
        Item item = items.lock(id);
        if (item.borrowerId() != borrower) {
            throw Refusal.notFound();
        }
        new Refusal.Problems().addIf(rank != null && rank < 1, "rank", "collateral.refused.rank")
                .addIf(most != null && most < 1, "most", "collateral.refused.most").refuseIfAny();
        if (item.openCovers().stream().anyMatch(cover -> cover.loanId() == loan)) {
            return item;
        }
        if (!item.secures() || item.covers().stream().anyMatch(cover -> cover.loanId() == loan)) {
            throw Refusal.conflict("collateral.refused.not-shareable", item.number());
        }
        add(item, loan, from, rank == null ? 1 : rank, most, numbers.nextWritten(CONTRACT_SYMBOL, from.getYear()));
        return items.get(id);
    }

    private void add(Item item, long loan, LocalDate from, int rank, Long most, String contract) {
        jdbc.sql("""
                insert into collateral.cover (item_id, loan_id, from_on, rank, most, contract_number, contract_on, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(item.id(), loan, from, rank, most, contract, from,
                        Actors.current().isSystem() ? null : Actors.current().id())).update();
        events.tell(item.subject(), "collateral.event.secured", contract, from, rank);
    }

    /**
     * A loan that an item secures, as its page shows it.
     *
     * @param bound whether its security is needed yet
     */
    public record Secured(Item.Cover cover, String title, String path, Long owed, boolean bound) {

        /** Whether it can be released at once. */
        public boolean isFree() {
            return cover.isOpen() && !bound;
        }

        /** Whether its release is for the director to decide. */
        public boolean isBoundYet() {
            return cover.isOpen() && bound;
        }
    }

    /** What the item secures, with what is owed: for the fund's own people. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Secured> of(Item item) {
        var known = debts.of(item.covers().stream().map(Item.Cover::loanId).toList());
        return item.covers().stream().map(cover -> new Secured(cover, cases.title(Subject.loan(cover.loanId())),
                "/loans/" + cover.loanId(), known.containsKey(cover.loanId()) ? known.get(cover.loanId()).principal() : null,
                known.containsKey(cover.loanId()) && known.get(cover.loanId()).bound())).toList();
    }

    /** What an item is worth beyond what the loans that it secures owe, đồng; null where it was never valued. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Long left(Item item) {
        if (item.value() == null) {
            return null;
        }
        var known = debts.of(item.openCovers().stream().map(Item.Cover::loanId).toList());
        long owed = item.openCovers().stream().filter(cover -> known.containsKey(cover.loanId()))
                .mapToLong(cover -> Math.min(known.get(cover.loanId()).principal(),
                        cover.most() == null ? Dong.longOf(Dong.LARGEST) : cover.most())).sum();
        return Math.max(0, item.value() - owed);
    }
}
