package vn.coopfund.treasury;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.MoneyOrder;

/**
 * How lines of the bank become journal entries, always with the bank's day as value date and on the account of that bank.
 * What belongs to a loan is posted by {@code servicing}. Sides and accounts are data; these are the templates
 * {@code unknown.in}, {@code bank.*} and {@code transit.*} as they begin:
 * <pre>
 * fact                                 debit                    credit
 * money in that nobody claims yet      112                      33882
 *   somebody claims it                 that entry is reversed
 * fee, due, financial expense          6427 | 6425 | 635        112
 * interest on deposits                 112                      515
 * chosen, with a second person:
 *   money out not yet explained        1381                     112
 *   it came back                       112                      1381
 *   money received by mistake          112                      33888
 *   it is returned                     33888                    112
 *   to and from another account        113                      112, and the other way round
 * </pre>
 */
@Component
class TreasuryPostings {

    private static final String MONEY = "money";

    private final PostingTemplates templates;

    TreasuryPostings(PostingTemplates templates) {
        this.templates = templates;
    }

    NewEntry unknown(BankAccount account, Line line, long match, long amount) {
        return templates.begin("unknown.in", "bank-unknown:" + match, line.paidOn(), "treasury.entry.unknown", text(line))
                .part(MONEY, account.ledgerAccount(), amount).part("unknown", amount);
    }

    NewEntry template(BankAccount account, Line line, long match, Template template, long amount) {
        NewEntry entry = templates.begin(template.template(), "bank-template:" + match, line.paidOn(),
                "treasury.entry.template", template.nameVi(), text(line));
        return template.in() ? entry.part(MONEY, account.ledgerAccount(), amount).part(other(template, line), amount)
                : entry.part(other(template, line), amount).part(MONEY, account.ledgerAccount(), amount);
    }

    /** A line that one person explains and another lets be posted. */
    NewEntry chosen(BankAccount account, Line line, MoneyOrder order, Template template, LocalDate day) {
        long amount = Dong.longOf(order.amount());
        NewEntry entry = templates.begin(template.template(), "order:" + order.id(), day, "treasury.entry.chosen",
                template.nameVi(), order.text(), text(line));
        return template.in() ? entry.part(MONEY, account.ledgerAccount(), amount).part(other(template, line), amount)
                : entry.part(other(template, line), amount).part(MONEY, account.ledgerAccount(), amount);
    }

    /** The account of the other side, for who chooses among templates. */
    String account(Template template, Line line) {
        return templates.on(template.template(), line.paidOn()).part(other(template, line)).account();
    }

    /** The part beside the money. */
    private String other(Template template, Line line) {
        return templates.on(template.template(), line.paidOn()).parts().stream().map(part -> part.name())
                .filter(name -> !name.equals(MONEY)).findFirst().orElseThrow();
    }

    static String text(Line line) {
        String content = line.content().length() <= 120 ? line.content() : line.content().substring(0, 120) + "…";
        return line.reference() == null ? content : content + " (" + line.reference() + ")";
    }
}
