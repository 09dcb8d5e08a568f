package vn.coopfund.treasury;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Texts;

/** Money in that nobody has claimed yet: it stands apart with the bank's day, until it has an owner. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnknownMoney {

    private final BankAccounts accounts;
    private final Lines lines;
    private final Matches matches;
    private final Journal journal;
    private final TreasuryPostings postings;
    private final Texts texts;

    UnknownMoney(BankAccounts accounts, Lines lines, Matches matches, Journal journal,
            TreasuryPostings postings, Texts texts) {
        this.accounts = accounts;
        this.lines = lines;
        this.matches = matches;
        this.journal = journal;
        this.postings = postings;
        this.texts = texts;
    }

    /** Posts what of a line is not in the books; answers how much, 0 where there is nothing. */
    long park(long lineId) {
        Line line = lines.byId(lineId);
        long amount = line.toPark();
        if (amount > 0) {
            long match = matches.reserve();
            Posted posted = journal.post(postings.unknown(accounts.byId(line.bankAccountId()), line, match, amount));
            matches.add(Matches.New.of(match, line, Match.Kind.UNKNOWN, amount, posted.entryId()));
        }
        return amount;
    }

    /**
     * Takes back what stands as nobody's, so that it can be claimed; answers whether there was any. That an owner is found
     * corrects nothing: the fact is one of its own and no reversal, which would wait for a second person.
     */
    boolean release(long lineId) {
        Line line = lines.byId(lineId);
        if (line.unknown() == 0) {
            return false;
        }
        matches.of(lineId).stream().filter(one -> one.kind() == Match.Kind.UNKNOWN && !one.reversed()).forEach(one -> {
            Posted back = journal.reverse(one.entryId(), "bank-known:" + one.id(),
                    texts.in(java.util.Locale.forLanguageTag("vi"), "treasury.entry.released"));
            matches.add(Matches.New.of(matches.reserve(), line, Match.Kind.RELEASE, -one.amount(), back.entryId())
                    .takingBack(one.id()));
        });
        return true;
    }
}
