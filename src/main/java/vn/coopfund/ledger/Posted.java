package vn.coopfund.ledger;

import java.time.LocalDate;

/**
 * An entry in the books.
 *
 * @param entryId  its id
 * @param bookedOn its day in the books
 */
public record Posted(long entryId, LocalDate bookedOn) {
}
