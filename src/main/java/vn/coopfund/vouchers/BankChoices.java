package vn.coopfund.vouchers;

import java.util.List;
import vn.coopfund.web.Choice;

/** The fund's accounts at banks, for a form that asks which; nothing where there is no choice. */
public final class BankChoices {

    private BankChoices() {
    }

    public static List<Choice> of(BankAccounts banks) {
        return banks.choices().stream().map(one -> new Choice(Long.toString(one.id()), one.label())).toList();
    }
}
