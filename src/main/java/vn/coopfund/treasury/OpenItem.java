package vn.coopfund.treasury;

import java.time.LocalDate;

/**
 * A line that is not in the books, or an entry that is on no statement.
 *
 * @param line  whether it is a line
 * @param id    of the line or the entry
 * @param open  what of it the other side has not, đồng, in above 0
 */
public record OpenItem(boolean line, long id, LocalDate day, String text, String reference, long amount, long open) {
}
