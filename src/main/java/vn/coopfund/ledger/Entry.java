package vn.coopfund.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry of the journal, whole.
 *
 * @param amount     the sum of each side, đồng
 * @param madeBy     name of the maker
 * @param checkedBy  name of the second person; null where none was needed
 * @param reverses   the entry that this one takes back, or null
 * @param reversedBy the entry that takes this one back, or null
 */
public record Entry(long id, LocalDate valueDate, LocalDate bookedOn, Instant recordedAt, String text, String sourceFact,
        long amount, String madeBy, String checkedBy, Long reverses, Long reversedBy, List<Line> lines) {
}
