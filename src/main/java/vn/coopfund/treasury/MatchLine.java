package vn.coopfund.treasury;

import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.RepaymentResult;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.servicing.TakenReceipts;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/**
 * Says whose a line is, whole or in parts. What is in the books already is only linked; a loan takes its part as a
 * receipt of the bank's day, with servicing's own rule on who has to confirm what is learned late; until then, and for
 * what is left of money that stood as nobody's, the money stands as nobody's.
 */
@Act
@Allowed(Role.ACCOUNTANT)
public class MatchLine {

    private static final int MOST_PARTS = 20;

    private final BusinessDay businessDay;
    private final BankAccounts accounts;
    private final Lines lines;
    private final Matches matches;
    private final Templates templates;
    private final OpenEntries entries;
    private final UnknownMoney unknown;
    private final TakeRepayment takeRepayment;
    private final TakenReceipts receipts;
    private final Journal journal;
    private final TreasuryPostings postings;

    MatchLine(BusinessDay businessDay, BankAccounts accounts, Lines lines, Matches matches, Templates templates,
            OpenEntries entries, UnknownMoney unknown, TakeRepayment takeRepayment, TakenReceipts receipts, Journal journal,
            TreasuryPostings postings) {
        this.businessDay = businessDay;
        this.accounts = accounts;
        this.lines = lines;
        this.matches = matches;
        this.templates = templates;
        this.entries = entries;
        this.unknown = unknown;
        this.takeRepayment = takeRepayment;
        this.receipts = receipts;
        this.journal = journal;
        this.postings = postings;
    }

    /** @throws Refusal where it is more than what is open of the line or the entry, or a loan does not take it */
    public Matched match(long lineId, List<Part> parts) {
        businessDay.hold();
        Line line = lines.lock(lineId);
        refuseWrong(line, parts);
        boolean stood = unknown.release(lineId);
        int waiting = 0;
        for (Part part : parts) {
            waiting += take(line, part) ? 0 : 1;
        }
        if (stood || waiting > 0) {
            unknown.park(lineId);
        }
        return new Matched(lineId, parts.size(), waiting);
    }

    private void refuseWrong(Line line, List<Part> parts) {
        if (line.open() == 0) {
            throw Refusal.conflict("treasury.refused.nothing-open", "#" + line.state().key());
        }
        Refusal.Problems problems = new Refusal.Problems()
                .addIf(parts.isEmpty() || parts.size() > MOST_PARTS, "parts", "treasury.refused.parts", MOST_PARTS);
        parts.forEach(part -> problems
                .addIf(part.kind() == null || part.target() == null, "target", "treasury.refused.target")
                .addIf(part.amount() == null || !part.amount().isPositive(), "amount", "treasury.refused.amount")
                .addIf(part.kind() == Match.Kind.LOAN && !line.isIn(), "target", "treasury.refused.loan-pays-out"));
        problems.refuseIfAny();
        long total = 0;
        for (Part part : parts) {
            total = Math.addExact(total, Dong.longOf(part.amount()));
        }
        if (total > line.toMatch()) {
            throw Refusal.invalid("amount", "treasury.refused.more-than-open", Dong.of(line.toMatch()));
        }
    }

    /** False where it waits for a second person. */
    private boolean take(Line line, Part part) {
        return switch (part.kind()) {
            case ENTRY -> meet(line, part);
            case LOAN -> receive(line, part);
            case TEMPLATE -> post(line, part);
            default -> throw Refusal.invalid("target", "treasury.refused.target");
        };
    }

    private boolean meet(Line line, Part part) {
        long signed = signed(line, part);
        long open = entries.open(accounts.byId(line.bankAccountId()), part.target());
        if (Long.signum(open) != Long.signum(signed) || Math.abs(open) < Math.abs(signed)) {
            throw Refusal.conflict("treasury.refused.entry-met", Long.toString(part.target()));
        }
        matches.add(Matches.New.of(matches.reserve(), line, Match.Kind.ENTRY, signed, part.target()));
        return true;
    }

    private boolean receive(Line line, Part part) {
        RepaymentResult result = takeRepayment.take(Subject.loan(part.target()),
                new Receipt(part.amount(), line.paidOn(), Channel.BANK, reference(line), part.early(), line.bankAccountId()));
        boolean posted = result.state() == RepaymentResult.State.POSTED;
        Long entry = posted ? receipts.byId(part.target(), result.id()).entryId() : null;
        matches.add(Matches.New.of(matches.reserve(), line, Match.Kind.LOAN, signed(line, part), entry)
                .loan(part.target(), posted ? null : result.id(), posted ? result.id() : null));
        return posted;
    }

    /** The bank's reference; of several receipts out of one line each has a number behind it. */
    private String reference(Line line) {
        String own = line.reference() == null ? "SK" + line.id() : line.reference();
        long before = matches.of(line.id()).stream().filter(one -> one.kind() == Match.Kind.LOAN).count();
        return before == 0 ? own : own + "/" + (before + 1);
    }

    private boolean post(Line line, Part part) {
        Template template = templates.byId(part.target());
        if (template.secondPerson()) {
            throw Refusal.invalid("target", "treasury.refused.template-second");
        }
        if (template.in() != line.isIn()) {
            throw Refusal.invalid("target", "treasury.refused.template-side");
        }
        long match = matches.reserve();
        Posted posted = journal.post(postings.template(accounts.byId(line.bankAccountId()), line, match, template,
                Dong.longOf(part.amount())));
        matches.add(Matches.New.of(match, line, Match.Kind.TEMPLATE, signed(line, part), posted.entryId()).template(template.id()));
        return true;
    }

    private static long signed(Line line, Part part) {
        return Long.signum(line.amount()) * Dong.longOf(part.amount());
    }
}
