package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.UUID;

/** Entries for tests. */
final class Entries {

    private Entries() {
    }

    static String fact() {
        return "test:" + UUID.randomUUID();
    }

    /** Money goes from the bank to cash. */
    static NewEntry transfer(LocalDate valueDate, long amount) {
        return NewEntry.of(fact(), valueDate, "ledger.entry.reversal", "1", "rút tiền", "=thử").debit("111", amount)
                .credit("112", amount);
    }
}
