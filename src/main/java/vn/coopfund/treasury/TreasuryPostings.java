package vn.coopfund.treasury;

import vn.coopfund.ledger.NewEntry;

/**
 * How lines of the bank become journal entries, always with the bank's day as value date. What belongs to a loan is
 * posted by {@code servicing}.
 * <pre>
 * fact                                 debit                    credit
 * money in that nobody claims yet      112                      33882
 *   somebody claims it                 that entry is reversed
 * fee, by its template                 6427 | 6425 | 635        112
 * interest on deposits, by template    112                      515
 * </pre>
 */
final class TreasuryPostings {

    static final String UNKNOWN_MONEY = "33882";

    private TreasuryPostings() {
    }

    static NewEntry unknown(BankAccount account, Line line, long match, long amount) {
        return NewEntry.of("bank-unknown:" + match, line.paidOn(), "treasury.entry.unknown", text(line))
                .debit(account.ledgerAccount(), amount).credit(UNKNOWN_MONEY, amount);
    }

    static NewEntry template(BankAccount account, Line line, long match, Template template, long amount) {
        NewEntry entry = NewEntry.of("bank-template:" + match, line.paidOn(), "treasury.entry.template", template.nameVi(), text(line));
        return template.in() ? entry.debit(account.ledgerAccount(), amount).credit(template.account(), amount)
                : entry.debit(template.account(), amount).credit(account.ledgerAccount(), amount);
    }

    private static String text(Line line) {
        String content = line.content().length() <= 120 ? line.content() : line.content().substring(0, 120) + "…";
        return line.reference() == null ? content : content + " (" + line.reference() + ")";
    }
}
