package vn.coopfund.ledger;

import java.time.LocalDate;

/**
 * A line in the book of one account (sổ cái).
 *
 * @param against codes of the accounts on the other side of the entry
 * @param balance after this line, on the account's normal side
 */
public record AccountLine(String entry, LocalDate bookedOn, LocalDate valueDate, String text, String against,
        long debit, long credit, long balance, String loan) {
}
