package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;

/**
 * An entry about to be posted, written like a table:
 * <pre>{@code
 * templates.begin("loan.disbursement", "disbursement:42", day, "servicing.entry.disbursement", loanNumber)
 *         .part("principal", amount, Dimension.loan(7), Dimension.borrower(3))
 *         .part("money", amount)
 * }</pre>
 * An entry that people write themselves, and what tests need, goes without template: {@link #of}.
 * Amounts are whole đồng. A line of 0 đồng is left out, so that a table may name a part that is empty this time.
 */
public final class NewEntry {

    private final String sourceFact;
    private final LocalDate valueDate;
    private final String textKey;
    private final Object[] textArguments;
    private final PostingTemplate template;
    private final List<Placed> lines = new ArrayList<>();
    private Long madeBy;
    private Long checkedBy;
    private boolean adjustment;

    /** @param part the template's name of the line; null for a line without template */
    private record Placed(String part, Line line) {
    }

    private NewEntry(PostingTemplate template, String sourceFact, LocalDate valueDate, String textKey,
            Object[] textArguments) {
        this.template = template;
        this.sourceFact = sourceFact;
        this.valueDate = valueDate;
        this.textKey = textKey;
        this.textArguments = textArguments.clone();
        Actor actor = Actors.current();
        this.madeBy = actor.isSystem() ? null : actor.id();
    }

    /**
     * Begins an entry made by the present actor.
     *
     * @param sourceFact names the business fact, e.g. {@code repayment:123}; one fact posts once
     * @param valueDate  when the fact happened
     * @param textKey    message key of the entry's text, which the books keep in Vietnamese
     */
    public static NewEntry of(String sourceFact, LocalDate valueDate, String textKey, Object... textArguments) {
        return new NewEntry(null, sourceFact, valueDate, textKey, textArguments);
    }

    /** Begins one by a template: see {@link PostingTemplates#begin}. */
    static NewEntry by(PostingTemplate template, String sourceFact, LocalDate valueDate, String textKey,
            Object... textArguments) {
        return new NewEntry(template, sourceFact, valueDate, textKey, textArguments);
    }

    /** A part of the entry's template, on its account and side; below zero on the other side. */
    public NewEntry part(String part, long amount, Dimension... dimensions) {
        return part(part, null, amount, dimensions);
    }

    /** The same on the account that the fact chooses; null where the template names it. */
    public NewEntry part(String part, String account, long amount, Dimension... dimensions) {
        return amount == 0 ? this : place(lines.size(), part, account, signed(part, amount), dimensions);
    }

    public NewEntry debit(String account, long amount, Dimension... dimensions) {
        return line(amount, Line.of(account, amount, 0, dimensions));
    }

    public NewEntry credit(String account, long amount, Dimension... dimensions) {
        return line(amount, Line.of(account, 0, amount, dimensions));
    }

    /** Somebody else than the present actor made it. */
    public NewEntry madeBy(long person) {
        this.madeBy = person;
        return this;
    }

    /** No person made it: the program did. */
    public NewEntry madeByTheProgram() {
        this.madeBy = null;
        return this;
    }

    /** The second person, where the fact waits for one; never the maker. */
    public NewEntry checkedBy(long person) {
        this.checkedBy = person;
        return this;
    }

    /** An adjustment that the chief accountant makes or checks: a month that is closed softly still takes it. */
    public NewEntry adjusting() {
        this.adjustment = true;
        return this;
    }

    /** Debits less credits of a part so far. */
    public long net(String part) {
        return lines.stream().filter(placed -> part.equals(placed.part()))
                .mapToLong(placed -> placed.line().debit() - placed.line().credit()).sum();
    }

    /** In place of all lines of the part, one of this net amount: a debit, below zero a credit, for 0 none. */
    public NewEntry renet(String part, long net, Dimension... dimensions) {
        int at = IntStream.range(0, lines.size()).filter(i -> part.equals(lines.get(i).part())).findFirst()
                .orElse(lines.size());
        lines.removeIf(placed -> part.equals(placed.part()));
        return net == 0 ? this : place(Math.min(at, lines.size()), part, null, net, dimensions);
    }

    private long signed(String part, long amount) {
        return template.part(part).side() == Account.Side.DEBIT ? amount : -amount;
    }

    private NewEntry place(int at, String part, String account, long net, Dimension... dimensions) {
        lines.add(at, new Placed(part, Line.of(template.part(part).account(account), Math.max(net, 0),
                Math.max(-net, 0), dimensions)));
        return this;
    }

    NewEntry line(long amount, Line line) {
        if (amount < 0) {
            throw new IllegalArgumentException("a line of " + amount + " đồng: use the other side");
        }
        if (amount > 0) {
            lines.add(new Placed(null, line));
        }
        return this;
    }

    public String sourceFact() {
        return sourceFact;
    }

    public LocalDate valueDate() {
        return valueDate;
    }

    /** What will be posted: for a page that shows it before it happens. */
    public List<Line> lines() {
        return lines.stream().map(Placed::line).toList();
    }

    /** The sum of the debits. */
    public long amount() {
        return lines().stream().mapToLong(Line::debit).reduce(0, Math::addExact);
    }

    boolean isBalanced() {
        return lines.size() >= 2 && amount() == lines().stream().mapToLong(Line::credit).reduce(0, Math::addExact);
    }

    String textKey() {
        return textKey;
    }

    Object[] textArguments() {
        return textArguments.clone();
    }

    boolean isAdjustment() {
        return adjustment;
    }

    Long madeBy() {
        return madeBy;
    }

    Long checkedBy() {
        return checkedBy;
    }
}
