package vn.coopfund.vouchers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The cash of a day, counted against the book.
 *
 * @param book     account 111 when it was counted, in đồng
 * @param pieces   how many notes of each value
 * @param signedBy the accountant, who locks it; null until then
 */
public record CashCount(long id, LocalDate day, long book, long counted, String explanation, long countedBy,
        Instant countedAt, Long signedBy, Instant signedAt, Map<Integer, Integer> pieces) {

    /** Above zero there is more than the book says. */
    public long difference() {
        return counted - book;
    }

    public boolean isSigned() {
        return signedBy != null;
    }
}
