package vn.coopfund.treasury;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.web.Refusal;

/** A line of the bank that no fee, loan or posted entry explains: booked by a chosen template, on the bank's day. */
@Component
class LineBooking implements OrderKind {

    static final String CODE = "BOOK_LINE";

    private final MoneyOrders orders;
    private final BankAccounts accounts;
    private final Lines lines;
    private final Matches matches;
    private final Templates templates;
    private final TreasuryPostings postings;
    private final UnknownMoney unknown;

    LineBooking(MoneyOrders orders, BankAccounts accounts, Lines lines, Matches matches, Templates templates,
            TreasuryPostings postings, UnknownMoney unknown) {
        this.orders = orders;
        this.accounts = accounts;
        this.lines = lines;
        this.matches = matches;
        this.templates = templates;
        this.postings = postings;
        this.unknown = unknown;
    }

    record Kept(long line, long template) {
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String nameKey() {
        return "treasury.order.BOOK_LINE";
    }

    /** What is open of the line may have become less while it waited. */
    @Override
    public void refuseWrong(MoneyOrder order) {
        Line line = lines.lock(kept(order).line());
        if (line.toMatch() < Dong.longOf(order.amount())) {
            throw Refusal.invalid("amount", "treasury.refused.more-than-open", Dong.of(line.toMatch()));
        }
    }

    @Override
    public Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        Line line = lines.byId(kept(order).line());
        return Optional.of(postings.chosen(accounts.byId(line.bankAccountId()), line, order,
                templates.byId(kept(order).template()), valueDate));
    }

    /** What stood of the line as nobody's is so no more; the rest of it stays so. */
    @Override
    public void done(MoneyOrder order, Posted posted) {
        Line line = lines.byId(kept(order).line());
        boolean stood = unknown.release(line.id());
        matches.add(Matches.New.of(matches.reserve(), line, Match.Kind.ENTRY,
                Long.signum(line.amount()) * Dong.longOf(order.amount()), posted.entryId()).template(kept(order).template()));
        if (stood) {
            unknown.park(line.id());
        }
    }

    private Kept kept(MoneyOrder order) {
        return orders.details(order, Kept.class);
    }
}
