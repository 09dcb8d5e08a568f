package vn.coopfund.ledger;

import java.time.LocalDate;
import vn.coopfund.web.Refusal;

/**
 * Which lines of the journal: by day in the books, account (with its sub-accounts) and loan; null does not narrow.
 */
public record JournalFilter(LocalDate from, LocalDate to, String account, Long loan) {

    public JournalFilter {
        account = account == null || account.isBlank() ? null : account.strip();
        new Refusal.Problems()
                .addIf(from != null && to != null && to.isBefore(from), "to", "ledger.to-before-from")
                .addIf(account != null && !account.matches("[0-9]{1,6}"), "account", "ledger.no-such-account")
                .refuseIfAny();
    }
}
